using System.Collections.Immutable;

namespace AadPg.Analyzers.Tests.Combinations;

/// <summary>A text, and what is to be said of it wherever it goes.</summary>
/// <param name="Pieces">The text.</param>
/// <param name="Expected">The ids of the findings.</param>
internal sealed record WrittenText(ImmutableArray<Piece> Pieces, ImmutableArray<string> Expected)
{
    private static readonly string[] s_passwords = ["hunter2", "C4nary", "Tr0ub4dor", "'a;b=c'", "'it''s'", "p@$w0rd!#%&*()<>?,./~`^", "x{0}y", "pässwörd", "\"C4;nary\"", "1"];
    private static readonly string[] s_noPasswords = ["", "<password>", "{your_password}", "${PGPASSWORD}", "$(PgPassword)", "%PGPASSWORD%", "#{Password}#", "__PASSWORD__", "***", "xxxx", "''"];
    private static readonly string[] s_localHosts = ["localhost", "127.0.0.1", "LOCALHOST", "::1", "/var/run/postgresql"];
    private static readonly string[] s_remoteHosts = ["db.example.com", "10.0.0.1", "shop.postgres.database.azure.com", "localhost,db.example.com"];

    private static readonly (string Entry, string? Expected)[] s_modes =
    [
        ("", RuleIds.TlsNotRequired), ("SSL Mode=", RuleIds.TlsNotRequired), ("SSL Mode=Disable", RuleIds.TlsNotRequired), ("SslMode=Allow", RuleIds.TlsNotRequired), ("sslmode = prefer", RuleIds.TlsNotRequired),
        ("SSL Mode=2", RuleIds.TlsNotRequired), ("SSL Mode=Require;SslMode=Disable", RuleIds.TlsNotRequired), ("SSL Mode=Require", RuleIds.ServerNotVerified), ("SSLMODE='3'", RuleIds.ServerNotVerified),
        ("SSL Mode=VerifyCA", null), ("SSL Mode=VerifyFull", null), ("sslMode=verifyfull", null), ("SSL Mode=Disable;SSL Mode=VerifyFull", null), ("SSL Mode=5", null),
    ];

    /// <summary>A text of the kind, drawn at random.</summary>
    /// <param name="kind">What the place takes.</param>
    /// <param name="random">The source of all that is drawn.</param>
    /// <param name="isStatic">Whether the password is written down; otherwise it stands for one, or comes from configuration.</param>
    /// <param name="takesUnknown">Whether a piece may come from configuration.</param>
    public static WrittenText Draw(TextKind kind, Random random, bool isStatic, bool takesUnknown) =>
        kind == TextKind.Password ? DrawPassword(random, isStatic, takesUnknown) : DrawConnectionString(kind, random, isStatic, takesUnknown);

    private static WrittenText DrawPassword(Random random, bool isStatic, bool takesUnknown)
    {
        if (!isStatic && takesUnknown)
            return new([Piece.Unknown], []);

        var password = Pick(random, isStatic ? ["hunter2", "C4nary", "it's; so=so", "x{0}y", "pässwörd"] : s_noPasswords[..^1]);
        var middle = password.Length / 2;
        return new([new(password[..middle]), new(password[middle..])], isStatic ? [RuleIds.StaticPassword] : []);
    }

    private static WrittenText DrawConnectionString(TextKind kind, Random random, bool isStatic, bool takesUnknown)
    {
        var isLocal = random.Next(3) == 0;
        var mode = Pick(random, kind == TextKind.ConnectionString ? s_modes : s_modes.Where(candidate => candidate.Entry.Length > 0 && candidate.Entry[^1] != '=').ToArray());
        string[] entries =
        [
            Entry(random, ["Host", "Server"], Pick(random, isLocal ? s_localHosts : s_remoteHosts)),
            Entry(random, ["Username", "User Name", "User Id", "UserId", "UID"], "app"),
            Entry(random, ["Database", "DB"], "shop"),
            "Port=5432",
            mode.Entry,
        ];
        random.Shuffle(entries);
        var pieces = entries.Where(entry => entry.Length > 0).Select(entry => new[] { new Piece(entry + ";") }).ToList();
        pieces.Insert(random.Next(kind == TextKind.ConnectionString ? 0 : 1, pieces.Count), Password(random, isStatic, takesUnknown));

        var expected = isLocal ? [isStatic ? RuleIds.StaticPasswordForLocalServer : null] : new[] { isStatic ? RuleIds.StaticPassword : null, mode.Expected };
        return new([.. pieces.SelectMany(piece => piece)], [.. expected.OfType<string>()]);
    }

    private static Piece[] Password(Random random, bool isStatic, bool takesUnknown)
    {
        string[] spellings = ["Password", "PWD", "PSW"];
        if (isStatic)
            return [new(Entry(random, spellings, Pick(random, s_passwords)) + ";")];

        return takesUnknown && random.Next(2) == 0
            ? [new(Entry(random, spellings, "")), Piece.Unknown, new(";")]
            : [new(Entry(random, spellings, Pick(random, s_noPasswords)) + ";")];
    }

    private static string Entry(Random random, string[] spellings, string value)
    {
        var spelling = Pick(random, spellings);
        var cased = random.Next(3) switch { 0 => spelling.ToUpperInvariant(), 1 => spelling.ToLowerInvariant(), _ => spelling };
        return Pick(random, ["{0}={1}", "{0} = {1}", " {0}= {1} "]).Replace("{0}", cased, StringComparison.Ordinal).Replace("{1}", value, StringComparison.Ordinal);
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
