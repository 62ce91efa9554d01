using AadPg.Analyzers.ConfigFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>Reads the names that a text in code is given to or stored under, as the path to a value in a config file.</summary>
internal static class NamesAround
{
    /// <summary>The section of a config file whose values are connection strings.</summary>
    private const string ConnectionStrings = "ConnectionStrings";

    /// <summary>
    /// The key of the entry, or the variable, property, parameter and method that the text goes to or comes out of, and what stands beside it there; the
    /// nearest one is the last.
    /// </summary>
    public static ConfigPath Of(IOperation text)
    {
        var names = NamesOfExpressions(text, withTypes: true);
        names.AddRange(text.Syntax.Ancestors().Select(NameOf).OfType<string>());
        names.Reverse();
        return new ConfigPath(names);
    }

    /// <summary>As <see cref="Of"/>, without the names of the method, the types and the namespace that the text stands in, nor those of the types whose methods it is given to: these
    /// say what the code is about, which is more than what the text is.</summary>
    public static ConfigPath OfExpression(IOperation text)
    {
        var names = NamesOfExpressions(text, withTypes: false);
        names.AddRange(text.Syntax.Ancestors().TakeWhile(ancestor => ancestor is not (BaseMethodDeclarationSyntax or BaseTypeDeclarationSyntax)).Select(NameOf).OfType<string>());
        names.Reverse();
        return new ConfigPath(names);
    }

    /// <summary>The method that is called, after what it is called on, up to another call: <c>PostgreSQLConfiguration.Standard.ConnectionString</c>; or the type that is made.</summary>
    public static ConfigPath OfTaker(SyntaxNode call)
    {
        var names = new List<string>();
        for (var called = (call as InvocationExpressionSyntax)?.Expression; called is not null; called = (called as MemberAccessExpressionSyntax)?.Expression)
        {
            if (CompletedTexts.NameOf(called) is { } name)
                names.Insert(0, name);
        }

        if (TypeMadeBy(call) is { } type)
            names.Add(SourceWords.In([type]));

        return new ConfigPath(names);
    }

    /// <summary>The nearest one first.</summary>
    private static List<string> NamesOfExpressions(IOperation text, bool withTypes)
    {
        var names = new List<string> { SourceWords.In(text.Syntax.DescendantNodes().OfType<InterpolationSyntax>()) };
        var inner = text;
        for (var parent = text.Parent; parent is not null; inner = parent, parent = parent.Parent)
            names.AddRange(NamesOf(parent, inner, withTypes).Reverse());

        return names;
    }

    /// <summary>Whether the text is an entry of a configuration: <c>["ConnectionStrings:Shop"] = "…"</c>.</summary>
    public static string? KeyOf(IOperation text) => text.Parent switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string key } }] } } => key,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add", Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string key } }, _] } } => key,
        IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "KeyValuePair", Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string key } }, _] } } => key,
        _ => null,
    };

    /// <summary>
    /// Where the text is assigned to a connection string of a type of the app's own, which other code will read, the path to it: as in a config file. Null for
    /// any other place.
    /// </summary>
    public static ConfigPath? SettingOf(IOperation text) =>
        text.Parent is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: { DeclaringSyntaxReferences.IsEmpty: false, ContainingType.Name: var type } member } } assignment && CallSite.IsNamedForOne(member.Name)
            ? new ConfigPath([type, BesideInInitializer(assignment), ConnectionStrings, member.Name])
            : null;

    /// <summary>
    /// Which database the entries beside one say that it is for: <c>["quartz.dataSource.shop.provider"] = "Npgsql"</c>, as in a config file. Empty when none does.
    /// </summary>
    public static string ProviderBeside(IOperation text, string key)
    {
        var entry = text.Parent is IArgumentOperation argument ? argument.Parent : text.Parent;
        return entry?.Parent is IObjectOrCollectionInitializerOperation { Initializers: var all }
            ? SourceWords.In(all.Select(ValueOf).OfType<IOperation>().Where(value => KeyOf(value) is { } other && ProviderSetting.IsName(other) && ParentOf(other) == ParentOf(key)).Select(value => value.Syntax))
            : "";

        static string ParentOf(string name) => name.Substring(0, name.LastIndexOfAny(['.', ':']) + 1);
    }

    private static IOperation? ValueOf(IOperation entry) => entry switch
    {
        ISimpleAssignmentOperation { Value: var value } => value,
        IInvocationOperation { Arguments: [_, { Value: var value }] } => value,
        _ => null,
    };

    private static string BesideInInitializer(ISimpleAssignmentOperation assignment) => assignment.Parent is IObjectOrCollectionInitializerOperation { Initializers: var all }
        ? SourceWords.In(all.Where(other => other != assignment).Select(other => other.Syntax))
        : "";

    private static IEnumerable<string> NamesOf(IOperation parent, IOperation inner, bool withTypes) => parent switch
    {
        IArgumentOperation { Parameter: { } parameter } => [parameter.Name],
        IInvocationOperation { TargetMethod: { } method } => [withTypes ? method.ContainingType?.Name ?? "" : "", method.Name, WordsBeside(parent, inner)],
        IInvalidOperation { Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } } => [name.Identifier.ValueText, WordsBeside(parent, inner)],
        IObjectCreationOperation { Type: { TypeKind: not TypeKind.Error } type } => [WordsOf(type), WordsBeside(parent, inner)],
        IObjectCreationOperation or IInvalidOperation when TypeMadeBy(parent.Syntax) is { } type => [SourceWords.In([type]), WordsBeside(parent, inner)],
        IAssignmentOperation { Target: { } target } => [SourceWords.In([target.Syntax])],
        ICoalesceOperation { Value: { } value } when value != inner => [SourceWords.In([value.Syntax])],
        ISwitchExpressionArmOperation { Pattern: { } pattern } => [SourceWords.In([pattern.Syntax])],
        ISwitchCaseOperation { Clauses: var clauses } => [SourceWords.In(clauses.Select(clause => clause.Syntax))],
        _ => [],
    };

    /// <summary>The type's name, and those of its arguments: <c>Wrapper&lt;NpgsqlConnection&gt;</c>.</summary>
    private static string WordsOf(ITypeSymbol type) => type is INamedTypeSymbol { TypeArguments: var arguments } ? string.Join(" ", arguments.Select(argument => argument.Name).Prepend(type.Name)) : type.Name;

    /// <summary>The type that a creation names, or, where it names none, the one of the variable that it is made for.</summary>
    private static TypeSyntax? TypeMadeBy(SyntaxNode creation) => creation switch
    {
        ObjectCreationExpressionSyntax { Type: var type } => type,
        ImplicitObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: var type } } } } => type,
        ImplicitObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax { Type: var type } } } => type,
        _ => null,
    };

    /// <summary>What the call is given besides: <c>DataType.PostgreSQL</c>, <c>"pgsql"</c>; not what its lambdas do.</summary>
    private static string WordsBeside(IOperation call, IOperation inner)
    {
        var arguments = call.Syntax switch
        {
            InvocationExpressionSyntax { ArgumentList: var list } => list.Arguments,
            BaseObjectCreationExpressionSyntax { ArgumentList: { } list } => list.Arguments,
            _ => default,
        };
        return SourceWords.In(arguments.Where(argument => !argument.Span.Contains(inner.Syntax.Span) && argument.Expression is not AnonymousFunctionExpressionSyntax));
    }

    private static string? NameOf(SyntaxNode ancestor) => ancestor switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        BaseNamespaceDeclarationSyntax @namespace => @namespace.Name.ToString(),
        _ => null,
    };
}
