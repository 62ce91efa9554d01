using AadPg.Generators.Emit;

namespace AadPg.Generators.Tests.Emit;

public class XmlTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("<a> & </a>", "&lt;a&gt; &amp; &lt;/a&gt;")]
    [InlineData("a\r\nb\u0085c\u2028d\u2029e", "a  b c d e")]
    [InlineData("a\u0001b\uffffc", "a b c")]
    [InlineData("\U0001F600", "\U0001F600")]
    public void Value_StaysOnItsLine_AndIsXml(string value, string expected) => Assert.Equal(expected, XmlText.Escape(value));

    [Fact]
    public void HalfACharacter_IsNoXml() => Assert.Equal(" b ", XmlText.Escape("\udc00b\ud83d"));
}
