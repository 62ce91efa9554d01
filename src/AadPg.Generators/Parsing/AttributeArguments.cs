using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.Generators.Parsing;

/// <summary>The attribute as written: which settings it gives, their values and where they stand.</summary>
internal sealed class AttributeArguments(AttributeData attribute, CancellationToken cancellationToken)
{
    /// <summary>The one setting that is given by position.</summary>
    public const string ConnectionName = nameof(ConnectionName);

    /// <summary>The C# version of the file that the attribute is in.</summary>
    public LanguageVersion? LanguageVersion
        => (attribute.ApplicationSyntaxReference?.SyntaxTree.Options as CSharpParseOptions)?.LanguageVersion;

    /// <summary>The attribute's name in code.</summary>
    public Location NameLocation => Syntax?.Name.GetLocation() ?? Location.None;

    private AttributeSyntax? Syntax => attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;

    /// <summary>The setting is written, and not as <see langword="null"/>. A value that does not compile counts as given.</summary>
    public bool IsGiven(string setting) => Find(setting) is { IsNull: false } or { Kind: TypedConstantKind.Error };

    /// <summary>The value; <see langword="null"/> when it is not given or does not compile, which the compiler reports itself.</summary>
    public object? Value(string setting)
        => Find(setting) is { Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum } constant ? constant.Value : null;

    /// <summary>The value's place in code.</summary>
    public Location LocationOf(string setting)
        => Syntax?.ArgumentList?.Arguments.FirstOrDefault(argument => SettingOf(argument) == setting)?.Expression.GetLocation() ?? NameLocation;

    private TypedConstant? Find(string setting)
    {
        if (setting == ConnectionName)
            return attribute.ConstructorArguments is [var connectionName] ? connectionName : null;

        foreach (var named in attribute.NamedArguments)
        {
            if (named.Key == setting)
                return named.Value;
        }

        return null;
    }

    private static string SettingOf(AttributeArgumentSyntax argument)
        => argument.NameEquals?.Name.Identifier.ValueText ?? ConnectionName;
}
