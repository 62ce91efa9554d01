using System.CommandLine;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Tool.Files;
using AadPg.Tool.Reports;

namespace AadPg.Tool.Commands;

/// <summary><c>aadpg fix</c>: edits the files, or says what it would do.</summary>
internal static class FixCommand
{
    public static Command Create()
    {
        var paths = CommonOptions.Paths();
        var rules = CommonOptions.Rules();
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would be changed, and changes nothing." };
        var sslMode = new Option<SslMode>("--ssl-mode")
        {
            Description = "What to set where TLS is not required. Where .editorconfig asks for more (aadpg_minimum_ssl_mode), that is set.",
            DefaultValueFactory = _ => SslMode.VerifyFull,
        };
        sslMode.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, nameof(SslMode.VerifyFull), nameof(SslMode.Require));

        var command = new Command("fix", "Removes static passwords, sets SSL Mode, and corrects keywords and user names. Nothing but the values is changed. " + ExitCode.Help) { paths, dryRun, sslMode, rules };
        command.SetAction(parsed =>
        {
            var fixer = new FileFixer(new ChosenRules(parsed.GetRequiredValue(rules)), parsed.GetValue(sslMode), writes: !parsed.GetValue(dryRun));
            var results = ConfigFileFinder.Find(parsed.GetRequiredValue(paths)).Select(file => file.Problem is null ? fixer.Process(file.Path) : file).ToList();
            var report = new FixReport(results, isDryRun: parsed.GetValue(dryRun));
            report.Print(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return report.ExitCode;
        });
        return command;
    }
}
