using AadPg.Analyzers.ConnectionStrings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>
/// Writes down the text that calls put together: <c>string.Format</c>, <c>Concat</c>, <c>Join</c>, <c>Replace</c>, and a
/// <see cref="System.Text.StringBuilder"/>.
/// </summary>
internal sealed class CallAppender(TextAppender appender, OriginFinder origins, Branches branches, TracedTextBuilder text, SyntaxNode whole)
{
    /// <summary>False when the call is none of these; otherwise its text is written, if only as a hole.</summary>
    public bool TryAppend(IInvocationOperation call, Origin origin)
    {
        if (StringMethods.IsStringMethod(call.TargetMethod))
            return TryAppendString(call, origin);

        if (call is { TargetMethod.Name: "ToString", Instance: { } builder, Arguments.IsEmpty: true } && StringBuilderText.Is(builder.Type))
        {
            AppendBuilder(origin.At(builder));
            return true;
        }

        return false;
    }

    private bool TryAppendString(IInvocationOperation call, Origin origin)
    {
        switch (call.TargetMethod.Name)
        {
            case "Concat":
                AppendAll(ElementsOf(call.Arguments.Select(argument => argument.Value), origin), separator: null);
                return true;
            case "Join" when call.Arguments.Length > 1:
                AppendAll(ElementsOf(call.Arguments.Skip(1).Select(argument => argument.Value), origin), origin.At(call.Arguments[0].Value));
                return true;
            case "Format":
                AppendFormat(call.Arguments.Select(argument => argument.Value).ToList(), origin);
                return true;
            case "Replace" when call is { Instance: { } instance, Arguments: [var oldText, var newText, ..] }:
                AppendReplaced(origin.At(instance), origin.At(oldText.Value), origin.At(newText.Value));
                return true;
            default:
                return false;
        }
    }

    /// <summary>The arguments, those of an array one by one; null for a list that is not known.</summary>
    private List<Origin>? ElementsOf(IEnumerable<IOperation> values, Origin origin)
    {
        var elements = new List<Origin>();
        foreach (var value in values)
        {
            if (!IsList(value.Type))
            {
                elements.Add(origin.At(value));
                continue;
            }

            if (new ListElements(origins, branches).Of(origin.At(value)) is not { } found)
                return null;

            elements.AddRange(found);
        }

        return elements;
    }

    private static bool IsList(ITypeSymbol? type) => type is IArrayTypeSymbol or INamedTypeSymbol { TypeArguments.Length: > 0 };

    private void AppendAll(List<Origin>? elements, Origin? separator)
    {
        if (elements is null)
        {
            AppendUnknown();
            return;
        }

        for (var index = 0; index < elements.Count; index++)
        {
            if (index > 0 && separator is { } between)
                appender.Append(between);

            appender.Append(elements[index]);
        }
    }

    /// <summary>What <c>string.Format</c> makes of its arguments, the format the first string of them.</summary>
    public void AppendFormat(List<IOperation> arguments, Origin origin)
    {
        var first = arguments.FindIndex(argument => argument.Type?.SpecialType == SpecialType.System_String);
        if (first is < 0 or > 1 || ElementsOf(arguments.Skip(first + 1), origin) is not { } values)
        {
            AppendUnknown();
            return;
        }

        var format = appender.TraceApart(origin.At(arguments[first]));
        foreach (var (range, index) in FormatItems.Split(format.Text))
        {
            if (index is null)
                text.Add(format, range);
            else if (index < values.Count && FormatItems.IsPlain(range.In(format.Text)))
                appender.Append(values[index.Value]);
            else if (index < values.Count)
                appender.AppendHole(values[index.Value].Value);
            else
                AppendUnknown();
        }
    }

    private void AppendReplaced(Origin instance, Origin oldText, Origin newText)
    {
        var whole = appender.TraceApart(instance);
        var searched = appender.TraceApart(oldText).Text;
        if (searched.Length == 0 || Hole.IsIn(searched))
        {
            AppendUnknown();
            return;
        }

        var start = 0;
        for (var found = Next(0); found >= 0; found = Next(start))
        {
            text.Add(whole, new TextRange(start, found));
            appender.Append(newText);
            start = found + searched.Length;
        }

        text.Add(whole, new TextRange(start, whole.Text.Length));

        int Next(int from) => whole.Text.IndexOf(searched, from, StringComparison.Ordinal);
    }

    private void AppendUnknown() => text.AddHole(Hole.AnyText, whole);

    /// <summary>What the builder holds: of a chain of calls, what it held before them, and then what each of them appends.</summary>
    private void AppendBuilder(Origin origin)
    {
        var calls = new Stack<IInvocationOperation>();
        var builder = origin.Value;
        while (builder is IInvocationOperation { Instance: { } instance } call && StringBuilderText.Is(call.Type))
        {
            calls.Push(call);
            builder = instance;
        }

        AppendInitial(origin.At(builder));
        while (calls.Count > 0)
        {
            var call = calls.Pop();
            if (Loops.IsIn(call))
                AppendUnknown();

            AppendAppended(call, origin);
        }
    }

    private void AppendInitial(Origin origin)
    {
        switch (origin.Value)
        {
            case ILocalReferenceOperation local when origins.TryFollow() && origins.Writes.Before(local) is { Count: > 0 } writes:
                AppendBuilder(origin.At(branches.Take(writes)));
                break;
            case IVariableInitializerOperation initializer:
                AppendBuilder(origin.At(initializer.Value));
                break;
            case ISimpleAssignmentOperation assignment:
                AppendBuilder(origin.At(assignment.Value));
                break;
            case IConversionOperation conversion:
                AppendBuilder(origin.At(conversion.Operand));
                break;
            case IObjectCreationOperation creation:
                if (creation.Arguments.FirstOrDefault(argument => argument.Value.Type?.SpecialType == SpecialType.System_String) is { } initial)
                    appender.Append(origin.At(initial.Value));

                break;
            default:
                AppendUnknown();
                break;
        }
    }

    private void AppendAppended(IInvocationOperation call, Origin origin)
    {
        var arguments = call.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue).Select(argument => argument.Value).ToList();
        switch (call.TargetMethod.Name)
        {
            case "Append" or "AppendLine" when arguments.Count <= 1 || arguments[1] is IInterpolatedStringHandlerCreationOperation:
                if (arguments.Count > 0)
                    appender.Append(origin.At(arguments[arguments.Count - 1]));

                if (call.TargetMethod.Name == "AppendLine")
                    text.Add("\n", call.Syntax);

                break;
            case "AppendFormat":
                AppendFormat(arguments, origin);
                break;
            case "AppendJoin" when arguments.Count > 1:
                AppendAll(ElementsOf(arguments.Skip(1), origin), origin.At(arguments[0]));
                break;
            default:
                AppendUnknown();
                break;
        }
    }
}
