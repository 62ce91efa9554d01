using AadPg.Analyzers.ConnectionStrings;
using AadPg.Tests.Shared;
using CsCheck;

namespace AadPg.Analyzers.Tests.ConnectionStrings;

public class TextEditTests
{
    [Theory]
    [InlineData("abcdef", 1, 5, "bXe", 2, 4, "X")]
    [InlineData("abcdef", 1, 5, "bcde", 5, 5, "")]
    [InlineData("abcdef", 1, 5, "", 1, 5, "")]
    [InlineData("abcdef", 1, 5, "XYZ", 1, 5, "XYZ")]
    [InlineData("aaaa", 0, 4, "aa", 2, 4, "")]
    [InlineData("aa", 0, 2, "aaaa", 2, 2, "aa")]
    [InlineData("abc", 2, 2, "X", 2, 2, "X")]
    [InlineData("SSL Mode=Prefer", 9, 15, "Preifer", 12, 12, "i")]
    public void Minimal_LeavesOutWhatStays(string text, int start, int end, string newText, int minimalStart, int minimalEnd, string minimalText)
    {
        var edit = new TextEdit(new TextRange(start, end), newText);

        var minimal = edit.Minimal(text);

        Assert.Equal(TextEdit.Apply(text, [edit]), TextEdit.Apply(text, [minimal]));
        Assert.Equal(new TextEdit(new TextRange(minimalStart, minimalEnd), minimalText), minimal);
    }

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Minimal_IsTheSameChange()
    {
        var text = Gen.Char["ab"].Array[0, 6].Select(characters => new string(characters));
        Gen.Select(text, text, Gen.Int[0, 6], Gen.Int[0, 6]).Sample((whole, newText, one, other) =>
        {
            var range = new TextRange(Math.Min(Math.Min(one, other), whole.Length), Math.Min(Math.Max(one, other), whole.Length));
            var edit = new TextEdit(range, newText);
            Assert.Equal(TextEdit.Apply(whole, [edit]), TextEdit.Apply(whole, [edit.Minimal(whole)]));
        }, seed: FuzzBudget.Seed, time: FuzzBudget.Time);
    }

    [Theory]
    [InlineData(0, 2, 2, 4, false)]
    [InlineData(2, 4, 0, 2, false)]
    [InlineData(0, 3, 2, 4, true)]
    [InlineData(2, 4, 0, 3, true)]
    [InlineData(0, 9, 2, 4, true)]
    [InlineData(2, 2, 0, 9, true)]
    [InlineData(0, 2, 5, 9, false)]
    public void Ranges_OverlapWhenTheyShareACharacter(int start, int end, int otherStart, int otherEnd, bool overlap) =>
        Assert.Equal(overlap, new TextRange(start, end).Overlaps(new TextRange(otherStart, otherEnd)));
}
