using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Rules;

/// <summary>AADPG0002 and AADPG0004: an SSL mode that never falls back to plain text.</summary>
internal static class SslModeCorrection
{
    /// <summary>What libpq gets: it verifies only with a root certificate in a file of its own, which need not be there.</summary>
    public const string Required = "require";

    /// <summary>
    /// Sets the mode. One that verifies goes without the keyword that says not to, unless <paramref name="keepsTrust"/>. Empty where Entity Framework has the string,
    /// with keywords that only an Npgsql of long ago reads: that one says TLS in other words.
    /// </summary>
    public static ImmutableArray<TextEdit> Edits(ParsedConnectionString connectionString, SslMode mode, bool keepsTrust = false)
    {
        if (ForeignForm.Read(connectionString.Text) is { } foreign)
            return EditsOfForeign(foreign);

        if (connectionString.Provider is not null && connectionString.Entries.Any(entry => entry.Keyword is null))
            return ImmutableArray<TextEdit>.Empty;

        var edits = ConnectionStringEditor.Set(connectionString, Keyword.SslMode, mode.ToString());
        return mode == SslMode.VerifyFull && !keepsTrust
            ? edits.AddRange(ConnectionStringEditor.Remove(connectionString, Keyword.TrustServerCertificate)).Sort((one, other) => one.Range.Start.CompareTo(other.Range.Start))
            : edits;
    }

    /// <summary>Who reads a URI may not know the parameter, and go on without TLS or take it for a part of the database's name.</summary>
    private static ImmutableArray<TextEdit> EditsOfForeign(ParsedConnectionString foreign)
    {
        if (foreign.Get(Keyword.SslMode).Entry is { } written)
            return ImmutableArray.Create(new TextEdit(written.ValueRange, Required));

        return PostgresUri.Is(foreign.Text) ? ImmutableArray<TextEdit>.Empty : ImmutableArray.Create(LibpqText.Append(foreign.Text, $"sslmode={Required}"));
    }

    /// <summary>The mode that is written; null when there is none, or none that is known.</summary>
    public static SslMode? Current(ParsedConnectionString connectionString) =>
        connectionString.Get(Keyword.SslMode).KnownValue is { } value ? SslModes.Parse(value) : null;
}
