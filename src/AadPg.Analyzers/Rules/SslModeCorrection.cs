using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Rules;

/// <summary>AADPG0002 and AADPG0004: an SSL mode that never falls back to plain text.</summary>
internal static class SslModeCorrection
{
    /// <summary>
    /// Sets the mode. One that verifies goes without the keyword that says not to, unless <paramref name="keepsTrust"/>. Empty where Entity Framework has the string,
    /// with keywords that only an Npgsql of long ago reads: that one says TLS in other words.
    /// </summary>
    public static ImmutableArray<TextEdit> Edits(ParsedConnectionString connectionString, SslMode mode, bool keepsTrust = false)
    {
        // libpq verifies only with a root certificate in a file of its own, which need not be there.
        if (ForeignForm.Read(connectionString.Text) is { } foreign)
            return foreign.Get(Keyword.SslMode).Entry is { } written ? ImmutableArray.Create(new TextEdit(written.ValueRange, "require")) : ImmutableArray<TextEdit>.Empty;

        if (connectionString.Provider is not null && connectionString.Entries.Any(entry => entry.Keyword is null))
            return ImmutableArray<TextEdit>.Empty;

        var edits = ConnectionStringEditor.Set(connectionString, Keyword.SslMode, mode.ToString());
        return mode == SslMode.VerifyFull && !keepsTrust
            ? edits.AddRange(ConnectionStringEditor.Remove(connectionString, Keyword.TrustServerCertificate)).Sort((one, other) => one.Range.Start.CompareTo(other.Range.Start))
            : edits;
    }

    /// <summary>The mode that is written; null when there is none, or none that is known.</summary>
    public static SslMode? Current(ParsedConnectionString connectionString) =>
        connectionString.Get(Keyword.SslMode).KnownValue is { } value ? SslModes.Parse(value) : null;
}
