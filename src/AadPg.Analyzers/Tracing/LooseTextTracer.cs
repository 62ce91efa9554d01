using System.Collections.Immutable;
using AadPg.Analyzers.ConfigFiles;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>
/// Finds text that goes to no place we know, and whose own words prove that it is for PostgreSQL: a configuration entry, an argument of
/// an app's own method, a constant. Names help: a configuration key proves what a section of a config file does, and what is given to
/// <c>AddMySqlStorage</c> is not PostgreSQL's, whatever it says.
/// </summary>
internal sealed class LooseTextTracer(StringTracer strings, Func<IOperation, bool> isSink, DriverReferences drivers)
{
    private static readonly string[] s_hiding = ["redact", "mask", "sanitiz", "scrub", "obfuscat", "censor"];

    /// <summary>A cheap look at one literal: whether it can begin such a text.</summary>
    public static bool MayBegin(ILiteralOperation literal) =>
        TextOf(literal) is { } begin && (OwnWords.MayBegin(begin) || PasswordVariable.Begins(begin) || PostgresUri.Is(begin) || CommandLine.DatabaseIn(begin) is not null);

    /// <summary>As <see cref="MayBegin(ILiteralOperation)"/>, of a format that is a constant elsewhere: the text is what is made of it here.</summary>
    public static bool MayBegin(IInvocationOperation formatting) =>
        StringMethods.IsStringMethod(formatting.TargetMethod)
        && formatting.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "format")?.Value is { ConstantValue: { HasValue: true, Value: string format } } and (IFieldReferenceOperation or ILocalReferenceOperation)
        && OwnWords.MayBegin(format);

    /// <summary>By the syntax first, which numbers and the like end at; the token has the text at hand, the constant makes it anew.</summary>
    public static string? TextOf(ILiteralOperation literal) => literal.Syntax switch
    {
        LiteralExpressionSyntax { Token: var token } syntax => syntax.IsKind(SyntaxKind.StringLiteralExpression) ? token.ValueText : null,
        InterpolatedStringTextSyntax { TextToken: var token } => token.ValueText,
        _ => literal.ConstantValue.Value as string,
    };

    /// <summary>The texts that begin with <paramref name="literal"/>, one for each way through the branches in them; none when they prove nothing, or others look after them.</summary>
    public ImmutableArray<TracedText> Trace(ILiteralOperation literal) => WholeOf(literal) is { } whole ? Trace(whole) : ImmutableArray<TracedText>.Empty;

    /// <summary>The texts that <paramref name="whole"/> makes.</summary>
    public ImmutableArray<TracedText> Trace(IOperation whole) => IsLookedAfter(whole) || IsOfATest(whole)
        ? ImmutableArray<TracedText>.Empty
        : StringTracer.ForEachBranch(branches => Trace(whole, branches)).OfType<TracedText>().ToImmutableArray();

    private TracedText? Trace(IOperation whole, Branches branches)
    {
        var text = strings.Trace(TextIn(whole), branches);
        if (ReadForeign(text.Text) is { } foreign)
            return FromForeign(foreign, text, whole);

        if (PasswordVariable.Read(text.Text) is { } variable)
            return FromForeign(variable, text, whole);

        var connectionString = ParsedConnectionString.Parse(text.Text);
        if (connectionString.Provider is { } provider ? !PostgresEvidence.IsPostgres(provider) : !ProvesPostgres(connectionString, whole))
            return null;

        return IsFinal(whole, connectionString) && !IsTemplate(connectionString) ? text : text.WithUnknownRest();
    }

    /// <summary>The text that a type of its own takes by a conversion: a <c>JsonNode</c>.</summary>
    private static IOperation TextIn(IOperation whole)
    {
        while (whole is IConversionOperation conversion)
            whole = conversion.Operand;

        return whole;
    }

    /// <summary>Of options, what says where to connect: other programs have an option of the same letter.</summary>
    private static ParsedConnectionString? ReadForeign(string text)
    {
        if (CommandLine.DatabaseIn(text) is not { } database)
            return ForeignForm.Read(text);

        return ForeignForm.Read(database) is { } read && (read.Get(Keyword.Host).Entry ?? read.Get(Keyword.Database).Entry) is not null ? read : null;
    }

    private bool ProvesPostgres(ParsedConnectionString connectionString, IOperation whole) =>
        NamesAround.KeyOf(whole) is { } key && PostgresEvidence.Proves(connectionString, new ConfigPath([key]).Beside(NamesAround.ProviderBeside(whole, key)), provider: null, drivers)
        || (NamesAround.SettingOf(whole) is { } setting && OwnWords.AreWhole(connectionString) && PostgresEvidence.Proves(connectionString, setting, provider: null, drivers))
        || (OwnWords.ProvePostgres(connectionString, drivers) && (OwnWords.NameServer(connectionString) || DatabaseWords.In(NamesAround.Of(whole)) != false))
        || (OwnWords.AreWhole(connectionString) && DatabaseWords.In(NamesAround.OfExpression(whole)) == true)
        || (OwnWords.MayBePostgres(connectionString, drivers) && IsNamedForPostgres(whole))
        || (OwnWords.AreWhole(connectionString) && IsGivenToPostgres(whole));

    private static bool IsNamedForPostgres(IOperation whole) =>
        CompletedTexts.HolderOf(whole.Syntax) is { } holder && CallSite.IsNamedForOne(holder) && DatabaseWords.In(NamesAround.Of(whole)) == true;

    /// <summary>What the text goes to under a name, of libraries that we do not know. A place that we do know is traced to the texts that reach it.</summary>
    private bool IsGivenToPostgres(IOperation whole)
    {
        var takers = CompletedTexts.TakersOf(whole.Syntax, CancellationToken.None).ToList();
        var databases = takers.ConvertAll(taker => DatabaseWords.In(NamesAround.OfTaker(taker)));
        return databases.Contains(true) && !databases.Contains(false) && !takers.Exists(taker => whole.SemanticModel?.GetOperation(taker) is { } operation && isSink(operation));
    }

    /// <summary>
    /// Whether nothing more comes to the text: an argument of the app's own attribute may go on into a builder, or a longer text, which is looked at there, and
    /// so may what is kept under a name, where code shows it, or where there is no password, which <c>UseAadAuthentication</c> needs none of.
    /// </summary>
    private static bool IsFinal(IOperation whole, ParsedConnectionString connectionString) =>
        IsTaken(whole) || (connectionString.Get(Keyword.Password).Entry is not null && !CompletedTexts.May(whole.Syntax, CancellationToken.None));

    private static bool IsTaken(IOperation whole) => whole.Parent switch
    {
        IArgumentOperation argument => argument.Parent is not IObjectCreationOperation { Syntax: AttributeSyntax, Type.DeclaringSyntaxReferences.IsEmpty: false },
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } => !AttributeArguments.IsOfAttribute(property) || property.DeclaringSyntaxReferences.IsEmpty,
        IInvalidOperation => true,
        _ => false,
    };

    private static bool IsTemplate(ParsedConnectionString connectionString) => connectionString.Entries.Any(entry => Placeholder.Is(entry.Value));

    /// <summary>
    /// Host, password and SSL mode of a URI or of libpq's text, as a connection string of which nothing else is known: it is not for Npgsql, which reads neither. Null
    /// with neither a password nor a mode, unless that is what it lacks.
    /// </summary>
    private static TracedText? FromForeign(ParsedConnectionString foreign, TracedText traced, IOperation whole)
    {
        var source = whole.Syntax;
        var lacksMode = foreign.Get(Keyword.SslMode).Presence == Presence.Absent && ConnectionStringRules.IsLogin(foreign) && IsFinal(whole, foreign) && !IsTemplate(foreign);
        var settings = new[] { Keyword.Password, Keyword.SslMode }.Select(keyword => foreign.Get(keyword).Entry).OfType<ConnectionStringEntry>().Where(entry => !IsModeOfAnother(entry)).ToList();
        if (settings.Count == 0 && !lacksMode)
            return null;

        var text = new TracedTextBuilder { IsComposed = true };
        if (lacksMode)
            text.AddEntry(Keyword.Username, Hole.Scalar.ToString(), source);
        else
            text.AddHole(Hole.AnyText, source);

        text.AddEntry(Keyword.Host, foreign.Get(Keyword.Host).Entry?.Value ?? "", source);
        foreach (var setting in settings)
            text.AddEntry(setting.Keyword!, setting.Value, source, traced.LiteralOf(setting.ValueRange));

        return text.Build(source.GetLocation());
    }

    /// <summary>A mode that Npgsql does not know by that name: none of those allows plain text.</summary>
    private static bool IsModeOfAnother(ConnectionStringEntry entry) => entry.Keyword == Keyword.SslMode && SslModes.Parse(entry.Value) is null;

    /// <summary>The concatenation, interpolation or format that the literal begins; null when it stands further back in one.</summary>
    public static IOperation? WholeOf(ILiteralOperation literal)
    {
        IOperation whole = literal;
        while (whole.Parent is { } parent)
        {
            if (parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } concatenation)
            {
                if (concatenation.LeftOperand != whole)
                    return null;
            }
            else if (parent is IInterpolatedStringOperation interpolated)
            {
                if (interpolated.Parts[0] != whole)
                    return null;
            }
            else if (parent is IArgumentOperation { Parent: IInvocationOperation { Parent: IInterpolatedStringAppendOperation append } })
            {
                // A method with a handler of its own for interpolated strings gets them part by part.
                whole = append;
                continue;
            }
            else if (((IOperation?)StringMethods.JoinThatBeginsWith(whole) ?? StringMethods.HalfTypedFormatOf(whole)) is { } call)
            {
                whole = call;
                continue;
            }
            else if (parent is IArgumentOperation { Parameter.Name: "format", Parent: IInvocationOperation formatting } && StringMethods.IsStringMethod(formatting.TargetMethod))
            {
                whole = formatting;
                continue;
            }
            else if (parent is not (IInterpolatedStringHandlerCreationOperation or IInterpolatedStringTextOperation or IParenthesizedOperation or IConversionOperation) && !StringMethods.Changes(parent, whole))
            {
                break;
            }

            whole = parent;
        }

        return whole;
    }

    private bool IsLookedAfter(IOperation whole) => whole.Parent switch
    {
        IArgumentOperation { Parent: { } call } => isSink(call),
        ISimpleAssignmentOperation assignment => isSink(assignment),
        _ => false,
    };

    /// <summary>A text that a test has for itself: what it expects, or a case of it, or what it wants to see hidden.</summary>
    public static bool IsOfATest(IOperation whole) => IsExpectation(whole) || IsTestData(whole) || IsToBeHidden(whole);

    /// <summary>What a test expects, and what is compared, matched or looked up, is no setting.</summary>
    private static bool IsExpectation(IOperation whole)
    {
        if (whole.Parent is IArgumentOperation { Parameter.Name: "pattern" })
            return true;

        for (var parent = whole.Parent; parent is not null and not IBlockOperation and not IAnonymousFunctionOperation; parent = parent.Parent)
        {
            if (parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } or IPatternOperation)
                return true;

            if (parent.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver, Name.Identifier.ValueText: var method } })
                return IsComparison(method) || (receiver is SimpleNameSyntax or MemberAccessExpressionSyntax && receiver.ToString().EndsWith("Assert", StringComparison.Ordinal));
        }

        return false;
    }

    /// <summary>
    /// One of as many arguments of an attribute as the method takes: a case of a test. What the test does with it, <see cref="CallSite"/> follows; when it
    /// reaches nothing there, the test takes the text apart, or makes one of it.
    /// </summary>
    private static bool IsTestData(IOperation whole) =>
        whole.Syntax.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { NameEquals: null, Parent: AttributeArgumentListSyntax { Arguments: var arguments, Parent.Parent.Parent: MethodDeclarationSyntax test } }
        && arguments.Count(argument => argument.NameEquals is null) == test.ParameterList.Parameters.Count;

    /// <summary>In a method that is named for it, <c>Sanitize_RedactsThePassword</c>, a text is there to be hidden, and to log in nowhere.</summary>
    private static bool IsToBeHidden(IOperation whole) =>
        whole.Syntax.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Identifier.ValueText: var method } && NameWords.Of(method).Any(word => s_hiding.Any(verb => word.StartsWith(verb, StringComparison.Ordinal)));

    private static bool IsComparison(string method) =>
        method is "Equals" or "Contains" or "StartsWith" or "EndsWith" or "IndexOf" or "ShouldBe" or "Be" or "Equal" or "BeEquivalentTo" or "IsMatch"
            or "Validate" or "TryValidate" or "IsValid" or "Mask" or "Redact" or "Sanitize";
}
