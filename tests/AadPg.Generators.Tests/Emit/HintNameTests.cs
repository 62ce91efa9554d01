using AadPg.Generators.Specs;

namespace AadPg.Generators.Tests.Emit;

public class HintNameTests
{
    [Theory]
    [InlineData("Shop.OrdersDb", "Shop.OrdersDb.g.cs")]
    [InlineData("Shop.Outer+OrdersDb", "Shop.Outer+OrdersDb.g.cs")]
    [InlineData("Größe.Bestände", "Größe.Bestände.g.cs")]
    [InlineData("Shop.A\u0301", "Shop.A(0301).g.cs")]
    [InlineData("Shop.A\u203fB", "Shop.A(203F)B.g.cs")]
    public void Name_IsTheMetadataName_InCharactersThatTheCompilerTakes(string metadataName, string expected)
        => Assert.Equal(expected, HintName.Create(metadataName, isShared: false));

    [Fact]
    public void NamesThatDifferInCase_GetFilesThatDifferInMore()
        => Assert.NotEqual(
            HintName.Create("Shop.Db", isShared: true),
            HintName.Create("Shop.DB", isShared: true),
            StringComparer.OrdinalIgnoreCase);
}
