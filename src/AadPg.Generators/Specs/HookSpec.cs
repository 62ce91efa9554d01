namespace AadPg.Generators.Specs;

/// <summary>
/// How the user wrote <c>ConfigureDataSource</c>. Both halves of a partial method need the same modifiers (CS8799, CS0764)
/// and the same parameter name (CS8826), so the generated half repeats the user's.
/// </summary>
/// <param name="Modifiers">The written modifiers beside <c>static</c> and <c>partial</c>, each with a blank after it; or empty.</param>
/// <param name="Parameter">The parameter's name as written in code.</param>
internal sealed record HookSpec(string Modifiers, string Parameter)
{
    /// <summary>The hook of a class that does not implement it.</summary>
    public static HookSpec Unimplemented { get; } = new("", "builder");
}
