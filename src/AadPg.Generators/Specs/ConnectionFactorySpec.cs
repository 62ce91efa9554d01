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

    /// <summary>The factory's own interface; <see langword="null"/> where the user has a type of that name.</summary>
    public required FactoryInterfaceSpec? Interface { get; init; }

    public required RegistrationVisibility Visibility { get; init; }

    /// <summary>The factory's constraint clauses, as <c>Add&lt;Name&gt;()</c> has to repeat them; or empty.</summary>
    public required EquatableArray<string> Constraints { get; init; }

    /// <summary>The class, or a type around it, carries <c>[Obsolete]</c>.</summary>
    public required bool IsObsolete { get; init; }

    public required ConnectionSettingsSpec Settings { get; init; }

    /// <summary>What the project references besides, and the factory gets methods for.</summary>
    public required AvailableLibraries Libraries { get; init; }

    /// <summary>The factory wants an <c>Add&lt;Name&gt;()</c>, and so its name for itself.</summary>
    public bool ClaimsRegistration => Libraries.HasServices && Visibility is not RegistrationVisibility.None;

    /// <summary>The factory's own declaration.</summary>
    public TypePartSpec Type => Parts[Parts.Count - 1];

    /// <summary>A type that stands beside the factory, or the factory itself, as written in code from <c>global::</c> on.</summary>
    public string Qualify(string type)
    {
        var types = string.Join(".", Parts.Take(Parts.Count - 1).Select(static part => part.Type).Append(type));
        return Namespace is null ? $"global::{types}" : $"global::{Namespace}.{types}";
    }
}
