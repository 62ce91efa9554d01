namespace AadPg.Generators.Specs;

/// <summary>The file with a factory's <c>Add&lt;Name&gt;()</c>. It holds none of the connection's settings, so that changing them leaves it alone.</summary>
/// <param name="HintName">The name of the generated file.</param>
/// <param name="Factory">What the factory is called.</param>
/// <param name="FactoryType">The factory's type as written in code, from <c>global::</c> on.</param>
/// <param name="ConnectionName">The name under <c>ConnectionStrings</c> in configuration, if the attribute gives one.</param>
/// <param name="IsPublic">Public like the factory, or internal like it.</param>
/// <param name="IsObsolete">The factory is marked so; only obsolete code uses it without a warning.</param>
internal sealed record RegistrationFileSpec(
    string HintName,
    FactoryName Factory,
    string FactoryType,
    string? ConnectionName,
    bool IsPublic,
    bool IsObsolete)
{
    /// <summary>The namespace of every registration method: where .NET's own are, so that they are found without a using.</summary>
    public const string Namespace = "Microsoft.Extensions.DependencyInjection";

    /// <summary>The file of this factory, or <see langword="null"/> where an <c>Add&lt;Name&gt;()</c> is not possible.</summary>
    public static RegistrationFileSpec? Create(ConnectionFactorySpec factory, NameClashes clashes, bool hasServices)
    {
        if (!hasServices || factory.Visibility is RegistrationVisibility.None || clashes.HasRegistration(factory.Name))
            return null;

        return new RegistrationFileSpec(
            Specs.HintName.Create($"{Namespace}.{ClassName(factory.Name.Simple)}", isShared: false),
            factory.Name,
            TypeName(factory),
            factory.Settings.ConnectionName,
            factory.Visibility is RegistrationVisibility.Public,
            factory.IsObsolete);
    }

    /// <summary>The class that holds the <c>Add&lt;Name&gt;()</c> of a factory with this name.</summary>
    public static string ClassName(string factoryName) => $"{factoryName}ServiceCollectionExtensions";

    private static string TypeName(ConnectionFactorySpec factory)
    {
        var types = string.Join(".", factory.Parts.Select(static part => part.Identifier));
        return factory.Namespace is null ? $"global::{types}" : $"global::{factory.Namespace}.{types}";
    }
}
