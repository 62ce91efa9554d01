using System.Collections.Immutable;
using System.Globalization;
using AadPg.Analyzers.ConfigFiles;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Tool.Projects;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.Tool.Files;

/// <summary>Looks at files, and fixes them: bytes, text, findings, edits, bytes.</summary>
internal sealed class FileFixer(ChosenRules rules, SslMode sslMode, bool writes)
{
    /// <summary>No text of the longest that is read has more bytes, in any encoding.</summary>
    private const long MaximumBytes = 4L * ConfigFile.MaximumLength;

    private readonly EditorConfigs _editorConfigs = new();
    private readonly ProjectDrivers _drivers = new();

    /// <summary>What the rules find.</summary>
    public FileResult Check(string path) => Open(path, file => file.Result(path, file.Check()));

    /// <summary>Fixes what the rules find, or works out what would be done.</summary>
    public FileResult Process(string path) => Open(path, file =>
    {
        var fix = file.Fix(sslMode);
        if (fix.Edits.IsEmpty)
            return file.Result(path, fix.Fixes);

        if (FileSyntax.ProblemOf(file.Format, file.Content.Text) is { } problem)
            return FileResult.Failed(path, problem);

        if (writes)
            FileReplacement.Replace(path, file.Bytes, file.Content.Write(TextEdit.Apply(file.Content.Text, fix.Edits)));

        return file.Result(path, fix.Fixes);
    });

    private FileResult Open(string path, Func<OpenedFile, FileResult> use)
    {
        try
        {
            if (new FileInfo(path).Length > MaximumBytes)
                return TooLong(path);

            var settings = _editorConfigs.Find(path);
            if (!settings.ScansFile)
                return FileResult.Of(path);

            var bytes = File.ReadAllBytes(path);
            return EncodedText.Read(bytes) switch
            {
                null => FileResult.Failed(path, "this is no text, or text in UTF-16 without a byte order mark"),
                { Text.Length: > ConfigFile.MaximumLength } => TooLong(path),
                { } content => use(new OpenedFile(bytes, content, ConfigFile.FormatOf(path), settings, _drivers.Find(path), rules)),
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return FileResult.Failed(path, exception.Message);
        }
    }

    private static FileResult TooLong(string path) => FileResult.Failed(path, $"longer than {ConfigFile.MaximumLength} characters, which is more than is read");

    private sealed record OpenedFile(byte[] Bytes, EncodedText Content, ConfigFileFormat Format, FileSettings Settings, DriverReferences Drivers, ChosenRules Rules)
    {
        public ImmutableArray<(ConfigFinding Finding, ConfigFix Fix)> Check() =>
            [.. ConfigFileRules.Check(ConfigFile.Read(Format, Content.Text), Settings.Rules, Drivers).Where(IsChosen).Select(finding => (finding, default(ConfigFix)))];

        public ConfigFileFix Fix(SslMode sslMode) =>
            new ConfigFileFixer(Content.Text, Format, Settings.Rules, Drivers).Fix(IsChosen, sslMode < Settings.Rules.MinimumSslMode ? Settings.Rules.MinimumSslMode : sslMode);

        public FileResult Result(string path, ImmutableArray<(ConfigFinding Finding, ConfigFix Fix)> findings)
        {
            var lines = SourceText.From(Content.Text).Lines;
            return new FileResult(path, null, [.. findings.Select(found => new FileFinding(
                found.Finding.Descriptor,
                Rules.SeverityOf(found.Finding.Descriptor, Settings)!.Value,
                lines.GetLinePositionSpan(TextSpan.FromBounds(found.Finding.Range.Start, found.Finding.Range.End)),
                string.Format(CultureInfo.InvariantCulture, found.Finding.Descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), found.Finding.Argument),
                found.Fix))]);
        }

        private bool IsChosen(ConfigFinding finding) => Rules.SeverityOf(finding.Descriptor, Settings) is not null;
    }
}
