using Microsoft.CodeAnalysis.CSharp;

namespace AadPg.Generators.Tests;

public class CompilerVersionTests
{
    [Fact]
    public void Compiler_IsThatOfTheNet8Sdk() => Assert.Equal(new Version(4, 8), new Version(typeof(CSharpCompilation).Assembly.GetName().Version!.ToString(2)));
}
