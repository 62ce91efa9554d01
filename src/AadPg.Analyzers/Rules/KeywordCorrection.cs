using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Rules;

/// <summary>AADPG0012: Npgsql's keyword in the place of another driver's of the same meaning, and Npgsql's spelling of an SSL mode.</summary>
internal static class KeywordCorrection
{
    /// <summary>The edits; empty when they would not leave a text that Npgsql reads.</summary>
    public static ImmutableArray<TextEdit> Edits(ParsedConnectionString connectionString)
    {
        var corrections = Corrections(connectionString);
        var corrected = ParsedConnectionString.Parse(TextEdit.Apply(connectionString.Text, corrections));
        return InvalidConnectionStringRule.Check(corrected) is null && !SetsTwice(corrected) ? corrections : ImmutableArray<TextEdit>.Empty;
    }

    private static ImmutableArray<TextEdit> Corrections(ParsedConnectionString connectionString)
    {
        var corrections = ImmutableArray.CreateBuilder<TextEdit>();
        foreach (var entry in connectionString.Entries)
        {
            // A password gets no keyword that makes it work: it has to go.
            var meant = ForeignKeyword.Find(entry.Key)?.Meant;
            if (entry.Keyword is null && meant is not null && meant != Keyword.Password)
                corrections.Add(new TextEdit(entry.KeyRange, meant.Name));

            if ((entry.Keyword ?? meant) == Keyword.SslMode && SslModes.Parse(entry.Value) is null && SslModeSpelling.Find(entry.Value) is { } mode)
                corrections.Add(new TextEdit(entry.ValueRange, mode.ToString()));
        }

        return corrections.ToImmutable();
    }

    /// <summary>Two hosts, two users: which one is meant is not known.</summary>
    private static bool SetsTwice(ParsedConnectionString connectionString) =>
        connectionString.Entries.Where(entry => entry.Keyword is not null).GroupBy(entry => entry.Keyword).Any(entries => entries.Count() > 1);
}
