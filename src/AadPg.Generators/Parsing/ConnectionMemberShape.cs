using AadPg.Generators.Emit;
using AadPg.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.Generators.Parsing;

/// <summary>Says why a property or method cannot be a connection, and what to do about it.</summary>
internal static class ConnectionMemberShape
{
    private const string DataSource = "global::Npgsql.NpgsqlDataSource";
    private const string Configuration = "global::Microsoft.Extensions.Configuration.IConfiguration";

    /// <summary>Of the oldest compiler that is supported, the enum does not have it.</summary>
    private const LanguageVersion CSharp13 = (LanguageVersion)1300;

    private static readonly SyntaxKind[] s_modifiers =
        [SyntaxKind.PartialKeyword, SyntaxKind.StaticKeyword, SyntaxKind.NewKeyword, SyntaxKind.VirtualKeyword, SyntaxKind.OverrideKeyword, SyntaxKind.SealedKeyword, SyntaxKind.UnsafeKeyword];

    public static string? FindObstacle(
        ISymbol member, MemberDeclarationSyntax? syntax, ConnectionSettingsSpec settings, AttributeArguments arguments, ProjectFacts project, CancellationToken cancellationToken)
        => FindInMember(member, syntax, arguments) ?? FindInType(member, project, cancellationToken) ?? FindInSettings(member, settings);

    /// <summary>The field or property with the app's configuration that the member can see, and that is not null.</summary>
    public static ISymbol? FindConfiguration(ISymbol member) => member.ContainingType.GetMembers().FirstOrDefault(candidate =>
        (candidate.IsStatic || !member.IsStatic)
        && candidate.CanBeReferencedByName
        && ((candidate as IFieldSymbol)?.Type ?? (candidate as IPropertySymbol)?.Type) is { NullableAnnotation: not NullableAnnotation.Annotated } type
        && type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) == Configuration);

    private static string? FindInMember(ISymbol member, MemberDeclarationSyntax? syntax, AttributeArguments arguments)
    {
        if (syntax is null || !syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
            return "it is not partial; add 'partial'";
        if (!syntax.Modifiers.All(static modifier => IsAccess(modifier) || s_modifiers.Contains(modifier.Kind())) || !member.CanBeReferencedByName)
            return "one of its modifiers, or the interface that it implements by name, does not go with a generated half; remove it";
        if (member is IMethodSymbol { Parameters.IsEmpty: false } or IMethodSymbol { Arity: > 0 } or IPropertySymbol { IsIndexer: true })
            return "it has parameters; give what changes to the options in its hook";
        if (TypeOf(member) is not { NullableAnnotation: not NullableAnnotation.Annotated } type || type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) != DataSource || IsRef(member))
            return "its type is not 'NpgsqlDataSource'; make it that";
        if (member is IMethodSymbol { MethodKind: not MethodKind.Ordinary } || syntax is MethodDeclarationSyntax { Body: not null } or MethodDeclarationSyntax { ExpressionBody: not null })
            return "it has a body of its own; leave it to the generated half";
        if (syntax is PropertyDeclarationSyntax property && !IsGetOnly(property))
            return "it is not '{ get; }'; the generated half has a getter alone";
        if (member is IMethodSymbol && !syntax.Modifiers.Any(IsAccess))
            return "a partial method with a result needs an accessibility; write 'private' or another";
        var least = member is IPropertySymbol ? CSharp13 : LanguageVersion.CSharp10;
        return arguments.LanguageVersion is { } version && version < least
            ? $"the project is compiled as C# {version.ToDisplayString()}; {(member is IPropertySymbol ? "use a partial method, or " : "")}set LangVersion to {(int)least / 100} or later"
            : null;
    }

    private static string? FindInType(ISymbol member, ProjectFacts project, CancellationToken cancellationToken)
    {
        var type = member.ContainingType;
        var parts = FactoryTypeNames.SelfAndContaining(type).ToList();
        if (type.TypeKind is not TypeKind.Class)
            return "only a class has room for it; put it into one";
        if (parts.Find(part => FactoryShape.FindNotPartial(part, cancellationToken) is not null) is { } notPartial)
            return $"'{notPartial.Name}' around it is not partial; add 'partial'";
        if (parts.Exists(static part => part.IsFileLocal))
            return "the type around it is local to its file, and the generated part is another file; remove 'file'";
        if (project.HiddenNamespace is { } hidden)
            return $"the type '{hidden}' hides the namespace '{hidden}', which the generated code needs; rename it, or put it into a namespace";
        if (type.IsStatic && !member.IsStatic)
            return "its class is static, and it is not; add 'static'";
        if ((type.IsSealed || type.IsStatic) && (member.IsVirtual || member.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal or Accessibility.ProtectedAndInternal))
            return "nobody derives from its class, and it is virtual or protected; make it private, internal or public";
        if (type.IsRecord && !member.IsStatic)
            return "a record compares all that it keeps, the data source too; make it static, or use a class";
        return FindNameTaken(member) is { } taken ? $"'{taken}' is the name of a generated member too; rename one of them" : null;
    }

    /// <summary>A name of the generated half that something else in the class has, or that would hide something of a base class.</summary>
    private static string? FindNameTaken(ISymbol member)
    {
        var type = member.ContainingType;
        var field = ConnectionMemberText.FieldName(member.Name, member.IsStatic);
        var isOthers = type.GetMembers().Any(other => other.Name != member.Name
            && ConnectionMemberTarget.FindAttribute(other) is not null
            && ConnectionMemberText.FieldName(other.Name, other.IsStatic) == field);
        if (isOthers || IsTaken(field, type))
            return field;

        // The class's own members of that name are looked at as implementations of the hook.
        var hook = ConnectionMemberText.HookName(member.Name);
        return type.BaseType is { } baseType && IsTaken(hook, baseType) ? hook : null;
    }

    /// <summary>A private member of a base class is in nobody's way.</summary>
    private static bool IsTaken(string name, INamedTypeSymbol type) => BaseTypes.SelfAndBases(type)
        .SelectMany(scope => scope.GetMembers(name))
        .Any(other => !GeneratedMark.IsOn(other) && (other.DeclaredAccessibility is not Accessibility.Private || SymbolEqualityComparer.Default.Equals(other.ContainingType, type)));

    private static string? FindInSettings(ISymbol member, ConnectionSettingsSpec settings)
    {
        if (settings.ChoosesHost)
            return "a choice between hosts needs more than one data source; use a class with [AadConnectionFactory]";
        return settings.ConnectionName is not null && FindConfiguration(member) is null
            ? $"nothing in the class has the configuration for '{settings.ConnectionName}'; keep an IConfiguration in a {(member.IsStatic ? "static " : "")}field or property"
            : null;
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => (member as IPropertySymbol)?.Type ?? (member as IMethodSymbol)?.ReturnType;

    private static bool IsRef(ISymbol member) => member is IPropertySymbol { RefKind: not RefKind.None } or IMethodSymbol { RefKind: not RefKind.None };

    private static bool IsGetOnly(PropertyDeclarationSyntax property)
        => property is { ExpressionBody: null, Initializer: null, AccessorList.Accessors: [{ RawKind: (int)SyntaxKind.GetAccessorDeclaration, Modifiers.Count: 0, Body: null, ExpressionBody: null }] };

    private static bool IsAccess(SyntaxToken modifier)
        => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword;
}
