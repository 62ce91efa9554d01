using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>
/// Fixes what the rules find in a config file: finding, edit of the value, edit of the file. Values are fixed until nothing is left that can be, so
/// that a second run finds nothing to do; and the result is read back, so that no edit is made that its place in the file cannot hold.
/// </summary>
internal sealed class ConfigFileFixer
{
    private readonly string _text;
    private readonly ConfigFile _file;
    private readonly RuleSettings _settings;
    private readonly DriverReferences _drivers;
    private readonly ConfigValue[] _fixed;
    private readonly List<(int Index, ConfigFinding Finding, ConfigFix Fix)> _fixes = [];

    /// <summary>Reads the file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="settings">The rules' settings for it.</param>
    /// <param name="drivers">The drivers of its project.</param>
    public ConfigFileFixer(string text, ConfigFileFormat format, RuleSettings settings, DriverReferences drivers)
    {
        _text = text;
        _file = ConfigFile.Read(format, text);
        _settings = settings;
        _drivers = drivers;
        _fixed = [.. _file.Values];
    }

    /// <summary>Fixes the findings that <paramref name="isChosen"/> picks; <paramref name="sslMode"/> is what a fix for TLS sets.</summary>
    public ConfigFileFix Fix(Func<ConfigFinding, bool> isChosen, SslMode sslMode)
    {
        while (FixOneOfEachValue(isChosen, sslMode))
        {
            // A fix can bring more to light: a keyword that was misspelt has a value.
        }

        UndoWhatIsNotReadBack();
        var fixes = _fixes.OrderBy(fix => fix.Finding.Range.Start).Select(fix => (fix.Finding, fix.Fix));
        return new ConfigFileFix(Edits(_fixed).ToImmutableArray(), fixes.ToImmutableArray());
    }

    /// <summary>False once there is nothing more to fix; the findings that are left are then noted too.</summary>
    private bool FixOneOfEachValue(Func<ConfigFinding, bool> isChosen, SslMode sslMode)
    {
        var findings = ConfigFileRules.Check(_file with { Values = _fixed.ToImmutableArray() }, _settings, _drivers)
            .Where(isChosen)
            .Select(finding => (Finding: finding, Fix: ConfigFixes.For(finding, sslMode)))
            .ToLookup(found => found.Finding.Value.Text);
        var hasFixed = false;
        for (var index = 0; index < _fixed.Length; index++)
        {
            // The password goes last: without it, a short text may not be known as PostgreSQL's any more.
            var (finding, fix) = findings[_fixed[index].Text].Where(found => found.Fix.IsPossible).OrderBy(found => IsPassword(found.Finding)).FirstOrDefault();
            if (!fix.IsPossible)
                continue;

            var text = _fixed[index].Text.With(fix.Edits);
            if (text.Text == _fixed[index].Text.Text)
                continue;

            _fixes.Add((index, finding, fix));
            _fixed[index] = _fixed[index] with { Text = text };
            hasFixed = true;
        }

        if (!hasFixed)
            _fixes.AddRange(findings.SelectMany(found => found).Select(found => (-1, found.Finding, found.Fix)));

        return hasFixed;
    }

    private static bool IsPassword(ConfigFinding finding) => finding.Descriptor.Id is RuleIds.StaticPassword or RuleIds.StaticPasswordForLocalServer;

    private void UndoWhatIsNotReadBack()
    {
        if (IsReadBack(_fixed))
            return;

        var changed = Enumerable.Range(0, _fixed.Length).Where(index => _fixed[index] != _file.Values[index]).ToList();
        foreach (var index in changed.Where(index => !IsReadBack(_file.Values.SetItem(index, _fixed[index]))))
            Undo(index);

        if (!IsReadBack(_fixed))
            changed.ForEach(Undo);
    }

    private void Undo(int index)
    {
        _fixed[index] = _file.Values[index];
        for (var fix = 0; fix < _fixes.Count; fix++)
        {
            if (_fixes[fix].Index == index)
                _fixes[fix] = _fixes[fix] with { Fix = ConfigFix.None("the change cannot be written where the value stands") };
        }
    }

    /// <summary>
    /// Whether the edited file has the values that it should, and no others. One that was emptied concerns nobody any more and is not read; nor is the
    /// host of a line of <c>.pgpass</c> without a password.
    /// </summary>
    private bool IsReadBack(IReadOnlyList<ConfigValue> values)
    {
        var read = ConfigFile.Read(_file.Format, TextEdit.Apply(_text, Edits(values))).Values;
        var next = 0;
        foreach (var value in values)
        {
            if (next < read.Length && read[next].Text.Text == value.Text.Text && read[next].Path.Name == value.Path.Name)
                next++;
            else if (value.Text.Text.Length > 0 && _file.Format != ConfigFileFormat.Pgpass)
                return false;
        }

        return next == read.Length;
    }

    private IEnumerable<TextEdit> Edits(IReadOnlyList<ConfigValue> values) =>
        _file.Values.Zip(values, (before, after) => before.Text == after.Text ? [] : ConfigTextEdits.Between(before.Text, after.Text)).SelectMany(edits => edits);
}
