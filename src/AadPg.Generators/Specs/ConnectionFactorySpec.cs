namespace AadPg.Generators.Specs;

/// <summary>All that the generated code says about one factory.</summary>
internal sealed record ConnectionFactorySpec
{
    public required FactoryName Name { get; init; }

    /// <summary>The namespace as written in code; <see langword="null"/> is the global one.</summary>
    public required string? Namespace { get; init; }

    /// <summary>The declarations to open, the outermost first; the last is the factory.</summary>
    public required EquatableArray<TypePartSpec> Parts { get; init; }

    /// <summary>No class can derive from this one, so that disposal needs nothing to override.</summary>
    public required bool IsSealed { get; init; }

    public required HookSpec Hook { get; init; }

    /// <summary>The class has members that are not nullable and that only its own constructors set (CS8618).</summary>
    public required bool LeavesMembersNull { get; init; }

    public required RegistrationVisibility Visibility { get; init; }

    /// <summary>The class, or a type around it, carries <c>[Obsolete]</c>.</summary>
    public required bool IsObsolete { get; init; }

    public required ConnectionSettingsSpec Settings { get; init; }
}
