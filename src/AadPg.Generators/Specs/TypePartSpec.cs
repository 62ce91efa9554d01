namespace AadPg.Generators.Specs;

/// <summary>One <c>partial</c> declaration to open: the factory itself or a type around it.</summary>
/// <param name="Keyword">What stands between <c>partial</c> and the name: <c>class</c>, <c>record struct</c> …</param>
/// <param name="Identifier">The name as written in code, escaped where it is a keyword.</param>
/// <param name="TypeParameters">The type parameters with their brackets, or empty; the user's half says their constraints.</param>
internal sealed record TypePartSpec(string Keyword, string Identifier, string TypeParameters)
{
    /// <summary>The type as code, without what is around it.</summary>
    public string Type => Identifier + TypeParameters;
}
