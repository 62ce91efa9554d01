using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Tests.ConnectionStrings;

/// <summary>The forms that other drivers take: what is read, and where each part stands.</summary>
public class ForeignFormTests
{
    [Theory]
    [InlineData("host=h password=p", "Host=h@5..6, Password=p@16..17")]
    [InlineData("hostaddr=h dbname=d", "Host=h@9..10, Database=d@18..19")]
    [InlineData("user=u sslmode=require", "Username=u@5..6, SSL Mode=require@15..22")]
    [InlineData("port=1 passfile=f", "Port=1@5..6, Passfile=f@16..17")]
    [InlineData("sslrootcert=r sslpassword=s", "Root Certificate=r@12..13, SSL Password=s@26..27")]
    [InlineData("  host = h\tpassword\n=  p ", "Host=h@9..10, Password=p@23..24")]
    [InlineData("host=h password='p q'", "Host=h@5..6, Password=p q@16..21")]
    [InlineData("host='' password='p'", "Host=@5..7, Password=p@17..20")]
    [InlineData(@"host=h password='it\'s'", @"Host=h@5..6, Password=it's@16..23")]
    [InlineData(@"host=h password=a\ b\\", @"Host=h@5..6, Password=a b\@16..22")]
    [InlineData(@"host=h password=a\", @"Host=h@5..6, Password=a\@16..18")]
    [InlineData("host=h password=", "Host=h@5..6, Password=@16..16")]
    [InlineData("host=h password='a;b'", "Host=h@5..6, Password=a;b@16..21")]
    [InlineData("host=h sslcert=c sslkey=k", "Host=h@5..6, =c@15..16, =k@24..25")]
    [InlineData("application_name=a connect_timeout=1 client_encoding=c options=o", "=a@17..18, =1@35..36, =c@53..54, =o@63..64")]
    [InlineData("gssencmode=g channel_binding=c target_session_attrs=t keepalives=k", "=g@11..12, =c@29..30, =t@52..53, =k@65..66")]
    public void LibpqsPairs_AreRead(string text, string expected) => Assert.Equal(expected, Show(ForeignForm.Read(text)));

    [Theory]
    [InlineData("")]
    [InlineData("host=h")]
    [InlineData("host=h;password=p")]
    [InlineData("host=h password=p;")]
    [InlineData("host=h password=a;b")]
    [InlineData("host=h password='p")]
    [InlineData("host=h password='")]
    [InlineData("host=h password")]
    [InlineData("host=h password p")]
    [InlineData("host=h unknown=x")]
    [InlineData("Host=h Password=p")]
    [InlineData("=h password=p")]
    [InlineData("host=h password=p and more")]
    public void OtherText_IsNotLibpqs(string text) => Assert.Null(ForeignForm.Read(text));

    [Theory]
    [InlineData("postgres://u:p@h", "Username=u@11..12, Password=p@13..14, Host=h@15..16")]
    [InlineData("postgresql://u:p@h:5433/d?sslmode=require", "Username=u@13..14, Password=p@15..16, Host=h:5433@17..23, SSL Mode=require@34..41")]
    [InlineData(" \tPostgreSQL://u:p@h", "Username=u@15..16, Password=p@17..18, Host=h@19..20")]
    [InlineData("postgres://u@h/d", "Username=u@11..12, Host=h@13..14")]
    [InlineData("postgres://h?a=b&sslmode=disable&c=d", "Host=h@11..12, SSL Mode=disable@25..32")]
    [InlineData("postgres://h?sslmode=allow#a", "Host=h@11..12, SSL Mode=allow@21..26")]
    [InlineData("postgres://h?sslmode=allow -c x", "Host=h@11..12, SSL Mode=allow@21..26")]
    [InlineData("postgres://h?sslmode=", "Host=h@11..12, SSL Mode=@21..21")]
    [InlineData("postgres://h?sslmode", "Host=h@11..12")]
    [InlineData("postgres://h?xsslmode=allow&", "Host=h@11..12")]
    [InlineData("postgres://h?a=b#&sslmode=allow", "Host=h@11..12")]
    [InlineData("postgres://h/d sslmode=allow", "Host=h@11..12")]
    [InlineData("postgres://h/d", "Host=h@11..12")]
    [InlineData("postgres://", "Host=@11..11")]
    [InlineData("postgres:///d?host=/tmp", "Host=@11..11")]
    [InlineData("postgres://u:@h", "Username=u@11..12, Password=@13..13, Host=h@14..15")]
    [InlineData("postgres://:p@h", "Username=@11..11, Password=p@12..13, Host=h@14..15")]
    [InlineData("postgres://@h", "Username=@11..11, Host=h@12..13")]
    [InlineData("postgres://u:a@b@h", "Username=u@11..12, Password=a@b@13..16, Host=h@17..18")]
    [InlineData("postgres://u:a:b@h", "Username=u@11..12, Password=a:b@13..16, Host=h@17..18")]
    [InlineData("postgres://u:p@h#x@y", "Username=u@11..12, Password=p@13..14, Host=h@15..16")]
    [InlineData("postgres://u:p@h?x@y", "Username=u@11..12, Password=p@13..14, Host=h@15..16")]
    [InlineData("postgres://u:p@h and user@mail", "Username=u@11..12, Password=p@13..14, Host=h@15..16")]
    public void Uri_IsRead(string text, string expected)
    {
        Assert.True(PostgresUri.Is(text));
        Assert.Equal(expected, Show(ForeignForm.Read(text)));
    }

    [Theory]
    [InlineData("postgre://u:p@h")]
    [InlineData("jdbc:postgresql://h/d?user=u")]
    [InlineData("postgres:/u:p@h")]
    [InlineData(" ")]
    [InlineData("mysql://u:p@h")]
    public void OtherUri_IsNone(string text)
    {
        Assert.False(PostgresUri.Is(text));
        Assert.Null(ForeignForm.Read(text));
    }

    [Fact]
    public void Parts_BringNothingAlong_AndFollowOneAnother()
    {
        var uri = ForeignForm.Read("postgres://u:p@h/d")!;
        var pairs = ForeignForm.Read("host=h password='p' user=u")!;

        Assert.All([.. uri.Entries, .. pairs.Entries], entry => Assert.False(entry.MayHoldAnyKeyword));
        Assert.Equal([12, 14, 16], uri.Entries.Select(entry => entry.NextStart));
        Assert.Equal([6, 19, 26], pairs.Entries.Select(entry => entry.NextStart));
        Assert.Equal([new(0, 4), new(7, 15), new(20, 24)], pairs.Entries.Select(entry => entry.KeyRange));
        Assert.Equal([new(11, 11), new(13, 13), new(15, 15)], uri.Entries.Select(entry => entry.KeyRange));
        Assert.Equal(new(13, 27), ForeignForm.Read("postgres://h?sslmode=prefer")!.Entries[1].Range);
    }

    private static string? Show(ParsedConnectionString? parsed) =>
        parsed is null ? null : string.Join(", ", parsed.Entries.Select(entry => $"{entry.Key}={entry.Value}@{entry.ValueRange.Start}..{entry.ValueRange.End}"));
}
