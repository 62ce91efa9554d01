using AadPg.Generators.Emit;

namespace AadPg.Generators.Tests.Emit;

public class SourceWriterTests
{
    [Fact]
    public void LineEnds_AreTheSame_WhateverTheGeneratorsOwnFilesEndIn()
    {
        var value = "first\r\nsecond";
        var writer = new SourceWriter();
        writer.Write("class Db\r\n{");
        writer.Indent();
        writer.Write($"// {value}\r\n\r\n// third");
        writer.Unindent();
        writer.Write("}\r\n");

        Assert.Equal("class Db\n{\n    // first\n    second\n\n    // third\n}\n\n", writer.ToSourceText().ToString());
    }
}
