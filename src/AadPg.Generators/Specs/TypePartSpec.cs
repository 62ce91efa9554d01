namespace AadPg.Generators.Specs;

/// <summary>One <c>partial</c> declaration to open: the factory itself or a type around it.</summary>
/// <param name="Keyword">What stands between <c>partial</c> and the name: <c>class</c>, <c>record struct</c> …</param>
/// <param name="Identifier">The name as written in code, escaped where it is a keyword.</param>
internal sealed record TypePartSpec(string Keyword, string Identifier);
