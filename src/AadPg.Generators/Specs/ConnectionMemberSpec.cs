namespace AadPg.Generators.Specs;

/// <summary>All that the generated code says about one property or method that is a data source.</summary>
internal sealed record ConnectionMemberSpec
{
    /// <summary>The member with its full metadata name: <c>Shop.Databases.Orders</c>.</summary>
    public required FactoryName Name { get; init; }

    /// <summary>The namespace as written in code; <see langword="null"/> is the global one.</summary>
    public required string? Namespace { get; init; }

    /// <summary>The declarations to open, the outermost first.</summary>
    public required EquatableArray<TypePartSpec> Parts { get; init; }

    /// <summary>The user's modifiers, which both halves need.</summary>
    public required string Modifiers { get; init; }

    /// <summary>A method rather than a property.</summary>
    public required bool IsMethod { get; init; }

    public required bool IsStatic { get; init; }

    /// <summary>The member of the class that has the app's configuration, as written in code; <see langword="null"/> without a connection name.</summary>
    public required string? Configuration { get; init; }

    public required HookSpec Hook { get; init; }

    public required ConnectionSettingsSpec Settings { get; init; }
}
