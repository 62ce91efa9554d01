using System.CommandLine;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Tool.Code;
using AadPg.Tool.Files;
using AadPg.Tool.Reports;

namespace AadPg.Tool.Commands;

/// <summary><c>aadpg fix</c>: edits the files, or says what it would do; with <c>--code</c> the C# code of their projects too.</summary>
internal sealed class FixCommand
{
    private readonly Argument<string[]> _paths = CommonOptions.Paths();

    private readonly Option<string[]> _rules = CommonOptions.Rules(CodeRules.All);

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Says what would be changed, and changes nothing." };

    private readonly Option<bool> _code = new("--code")
    {
        Description = "Fixes the C# code too: runs 'dotnet format analyzers' with the rules of AadPg on the solution, or the projects, in the folders or named. They need a reference to the package AadPg.",
    };

    private readonly Option<SslMode> _sslMode = CreateSslMode();

    private FixCommand()
    {
    }

    public static Command Create() => new FixCommand().Build();

    private Command Build()
    {
        var command = new Command("fix", "Removes static passwords, sets SSL Mode, and corrects keywords and user names. Nothing but the values is changed. " + ExitCode.Help) { _paths, _code, _dryRun, _sslMode, _rules };
        command.Validators.Add(parsed =>
        {
            var code = parsed.GetValue(_code);
            if (!code && parsed.GetValue(_rules)!.FirstOrDefault(rule => CodeRules.OfCodeAlone.Contains(rule, StringComparer.OrdinalIgnoreCase)) is { } rule)
                parsed.AddError($"{rule} is a rule on code alone: add --code.");
            if (code && parsed.GetValue(_sslMode) == SslMode.Require)
                parsed.AddError("In code, the fixes set SSL Mode=VerifyFull; to set another one in config files, leave --code out.");
        });
        command.SetAction(Run);
        return command;
    }

    private static Option<SslMode> CreateSslMode()
    {
        var option = new Option<SslMode>("--ssl-mode")
        {
            Description = "What to set where TLS is not required. Where .editorconfig asks for more (aadpg_minimum_ssl_mode), that is set.",
            DefaultValueFactory = _ => SslMode.VerifyFull,
        };
        option.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, nameof(SslMode.VerifyFull), nameof(SslMode.Require));
        return option;
    }

    /// <summary>Code first: an app must log in with tokens before its config files have no password.</summary>
    private int Run(ParseResult parsed)
    {
        if (!parsed.GetValue(_code))
            return FixFiles(parsed, parsed.GetRequiredValue(_paths));

        var paths = parsed.GetRequiredValue(_paths);
        var code = FixCode(parsed, paths);
        return code == ExitCode.Failure ? code : Math.Max(code, FixFiles(parsed, paths.Select(path => CodeTarget.IsNamed(path) ? Path.GetDirectoryName(Path.GetFullPath(path))! : path)));
    }

    private int FixCode(ParseResult parsed, IEnumerable<string> paths)
    {
        var isDryRun = parsed.GetValue(_dryRun);
        var fixer = new CodeFixer(parsed.GetRequiredValue(_rules), writes: !isDryRun);
        var report = new CodeReport([.. CodeTarget.Find(paths).Select(fixer.Fix)], isDryRun);
        report.Print(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        return report.ExitCode;
    }

    private int FixFiles(ParseResult parsed, IEnumerable<string> paths)
    {
        var isDryRun = parsed.GetValue(_dryRun);
        var fixer = new FileFixer(new ChosenRules(parsed.GetRequiredValue(_rules)), parsed.GetValue(_sslMode), writes: !isDryRun);
        var results = ConfigFileFinder.Find(paths).Select(file => file.Problem is null ? fixer.Process(file.Path) : file).ToList();
        var report = new FixReport(results, isDryRun, fixesCode: parsed.GetValue(_code));
        report.Print(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        return report.ExitCode;
    }
}
