using System.Collections.Immutable;
using AadPg.Analyzers.ConfigFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>Reads an operation as a call of a method or constructor that the compilation itself declares.</summary>
internal static class CallSite
{
    /// <summary>What parameters are called that take a connection string or a password.</summary>
    private static readonly string[] s_words = ["password", "pwd", "passwd", "pass", "secret", "connection", "conn", "constr", "cs", "cnn", "dsn"];

    /// <summary>
    /// The call that <paramref name="operation"/> is, when its arguments can be a connection string or a password; otherwise null. A test's
    /// attribute with the arguments of its method (<c>[InlineData("…")]</c>) is such a call too.
    /// </summary>
    public static Call? Of(IOperation operation, Call? caller = null) => operation switch
    {
        IInvocationOperation { TargetMethod: var method } invocation when MayTake(method, invocation.Arguments, caller) => new Call(method, invocation.Arguments, caller),
        IObjectCreationOperation { Constructor: { } constructor } creation when MayTake(constructor, creation.Arguments, caller) => new Call(constructor, creation.Arguments, caller),
        IObjectCreationOperation { Syntax: AttributeSyntax { Parent.Parent: MethodDeclarationSyntax test }, SemanticModel: { } model } data => OfTestData(data, test, model, caller),
        IInvalidOperation { Syntax: ExpressionSyntax syntax, SemanticModel: { } model } call when ArgumentsOf(syntax) is { } arguments && call.ChildOperations.Any(BeginsText) => OfHalfTyped(call, syntax, arguments, model, caller),
        _ => null,
    };

    /// <summary>
    /// Whether one of the arguments may be such a text, and the compilation declares the method. A primary constructor has its type's declaration, and so has the one
    /// of a type without constructors. The look at the declaration comes last: it makes an object for each call.
    /// </summary>
    private static bool MayTake(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, Call? caller) =>
        !arguments.IsEmpty && method.ContainingAssembly is ISourceAssemblySymbol && MayCarry(arguments, caller) && !method.DeclaringSyntaxReferences.IsEmpty;

    /// <summary>
    /// A call that does not compile, as one of its other arguments does not, or not yet: the compiler still knows which method is meant, when there is only one.
    /// </summary>
    private static Call? OfHalfTyped(IInvalidOperation call, ExpressionSyntax syntax, ArgumentListSyntax arguments, SemanticModel model, Call? caller)
    {
        if (model.GetSymbolInfo(syntax).CandidateSymbols is not [IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: false } method])
            return null;

        var given = new Dictionary<int, IOperation>();
        for (var position = 0; position < arguments.Arguments.Count; position++)
        {
            var argument = arguments.Arguments[position];
            var ordinal = argument.NameColon is { Name.Identifier.ValueText: var name } ? method.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Ordinal ?? -1 : position;
            if (call.ChildOperations.FirstOrDefault(operation => operation.Syntax == argument.Expression) is { } value)
                given[ordinal] = value;
        }

        return new Call(method, given, caller);
    }

    private static ArgumentListSyntax? ArgumentsOf(ExpressionSyntax syntax) => syntax switch
    {
        InvocationExpressionSyntax { ArgumentList: var arguments } => arguments,
        BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } => arguments,
        _ => null,
    };

    private static bool BeginsText(IOperation argument) => argument.ConstantValue is { HasValue: true, Value: string text } && OwnWords.MayBegin(text);

    private static Call? OfTestData(IObjectCreationOperation data, MethodDeclarationSyntax test, SemanticModel model, Call? caller)
    {
        if (test.ParameterList.Parameters.Count == 0)
            return null;

        var values = new Dictionary<int, IOperation>();
        foreach (var argument in data.Arguments)
            AddElements(argument.Value, values);

        return values.Count == test.ParameterList.Parameters.Count && values.Values.Any(BeginsText) && model.GetDeclaredSymbol(test) is IMethodSymbol method
            ? new Call(method, values, caller)
            : null;
    }

    /// <summary>By their places. The elements of an array stand for arguments.</summary>
    private static void AddElements(IOperation value, Dictionary<int, IOperation> values)
    {
        if (value is IConversionOperation conversion)
        {
            AddElements(conversion.Operand, values);
        }
        else if (value is IArrayCreationOperation { Initializer: { } initializer })
        {
            foreach (var element in initializer.ElementValues)
                AddElements(element, values);
        }
        else
        {
            values.Add(values.Count, value);
        }
    }

    /// <summary>A loop and not a lambda: it runs for every call of the app's own methods, and would make a closure for each.</summary>
    private static bool MayCarry(ImmutableArray<IArgumentOperation> arguments, Call? caller)
    {
        foreach (var argument in arguments)
        {
            if (MayCarry(argument, caller))
                return true;
        }

        return false;
    }

    /// <summary>
    /// A text that begins like a connection string; or one for a parameter whose name speaks of it, or of a password. Within a call that is
    /// followed, what that call was given.
    /// </summary>
    private static bool MayCarry(IArgumentOperation argument, Call? caller)
    {
        if (argument is not { ArgumentKind: ArgumentKind.Explicit, Value: var value, Parameter: { } parameter })
            return false;

        if (caller is not null)
            return IsText(parameter) && PassesOn(argument, caller);

        return value.ConstantValue is { HasValue: true, Value: var constant }
            ? constant is string { Length: > 0 } text && (OwnWords.MayBegin(text) || IsNamedForOne(parameter.Name)) && IsText(parameter)
            : value is IInterpolatedStringOperation or IBinaryOperation or ILocalReferenceOperation or IFieldReferenceOperation && IsText(parameter) && IsNamedForOne(parameter.Name);
    }

    private static bool IsText(IParameterSymbol parameter) => parameter.Type.SpecialType == SpecialType.System_String;

    private static bool PassesOn(IArgumentOperation argument, Call caller) =>
        argument.Descendants().Any(value => value is IParameterReferenceOperation reference && caller.ArgumentFor(reference.Parameter) is not null);

    /// <summary>Nearly all names end at the first look, which takes no name apart.</summary>
    public static bool IsNamedForOne(string name) => HasWord(name) && NameWords.Of(name).Any(word => Array.IndexOf(s_words, word) >= 0);

    /// <summary>A loop and not a lambda, as in <see cref="MayCarry(ImmutableArray{IArgumentOperation}, Call?)"/>.</summary>
    private static bool HasWord(string name)
    {
        foreach (var word in s_words)
        {
            if (name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }
}
