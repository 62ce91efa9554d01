namespace AadPg.Generators.Specs;

/// <summary>The file with a factory's <c>Add&lt;Name&gt;()</c>. It holds none of the connection's settings, so that changing them leaves it alone.</summary>
internal sealed record RegistrationFileSpec
{
    /// <summary>The namespace of every registration method: where .NET's own are, so that they are found without a using.</summary>
    public const string Namespace = "Microsoft.Extensions.DependencyInjection";

    /// <summary>The name of the generated file.</summary>
    public required string HintName { get; init; }

    public required FactoryName Factory { get; init; }

    /// <summary>The factory's type as written in code, from <c>global::</c> on.</summary>
    public required string FactoryType { get; init; }

    /// <summary>The type of the factory's own interface; <see langword="null"/> if it has none.</summary>
    public required string? InterfaceType { get; init; }

    /// <summary>The factory's type parameters with their brackets, or empty.</summary>
    public required string TypeParameters { get; init; }

    /// <summary>The names of the type parameters, as written in code.</summary>
    public string[] TypeParameterNames => TypeParameters.Length == 0 ? [] : TypeParameters.Trim('<', '>').Split([", "], StringSplitOptions.None);

    /// <summary>The constraint clauses of the type parameters.</summary>
    public required EquatableArray<string> Constraints { get; init; }

    /// <summary>The name under <c>ConnectionStrings</c> in configuration, if the attribute gives one.</summary>
    public required string? ConnectionName { get; init; }

    /// <summary>Public like the factory, or internal like it.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>The factory is marked so; only obsolete code uses it without a warning.</summary>
    public required bool IsObsolete { get; init; }

    /// <summary>There is an <c>Add&lt;Name&gt;DbContext</c> besides.</summary>
    public required bool HasEntityFramework { get; init; }

    /// <summary>The file of this factory, or <see langword="null"/> where an <c>Add&lt;Name&gt;()</c> is not possible.</summary>
    public static RegistrationFileSpec? Create(ConnectionFactorySpec factory, NameClashes clashes)
    {
        if (!factory.ClaimsRegistration || clashes.HasRegistration(factory.Name))
            return null;

        var typeParameters = factory.Type.TypeParameters;
        return new RegistrationFileSpec
        {
            HintName = Specs.HintName.Create($"{Namespace}.{ClassName(factory.Name.Simple)}", isShared: false),
            Factory = factory.Name,
            FactoryType = factory.Qualify(factory.Type.Type),
            InterfaceType = factory.Interface is { } own ? factory.Qualify(own.Name + typeParameters) : null,
            TypeParameters = typeParameters,
            Constraints = factory.Constraints,
            ConnectionName = factory.Settings.ConnectionName,
            IsPublic = factory.Visibility is RegistrationVisibility.Public,
            IsObsolete = factory.IsObsolete,
            HasEntityFramework = factory.Libraries.HasEntityFramework,
        };
    }

    /// <summary>The class that holds the <c>Add&lt;Name&gt;()</c> of a factory with this name.</summary>
    public static string ClassName(string factoryName) => $"{factoryName}ServiceCollectionExtensions";
}
