using System.CommandLine;
using AadPg.Tool.Files;
using AadPg.Tool.Reports;

namespace AadPg.Tool.Commands;

/// <summary><c>aadpg check</c>: says what the rules find, for a pipeline.</summary>
internal static class CheckCommand
{
    private const string Text = "text";
    private const string Sarif = "sarif";

    public static Command Create()
    {
        var paths = CommonOptions.Paths();
        var rules = CommonOptions.Rules(ChosenRules.All.Select(rule => rule.Id));
        var format = new Option<string>("--format")
        {
            Description = "How to print the findings: one a line, as compilers do, or as SARIF 2.1.0.",
            DefaultValueFactory = _ => Text,
        };
        format.AcceptOnlyFromAmong(Text, Sarif);

        var command = new Command("check", "Says what the rules find, and changes nothing. " + ExitCode.Help) { paths, rules, format };
        command.SetAction(parsed =>
        {
            var checker = new FileFixer(new ChosenRules(parsed.GetRequiredValue(rules)), default, writes: false);
            var results = ConfigFileFinder.Find(parsed.GetRequiredValue(paths)).Select(file => file.Problem is null ? checker.Check(file.Path) : file).ToList();
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return parsed.GetValue(format) == Sarif ? SarifReport.Print(results, output, error) : CheckReport.Print(results, output, error);
        });
        return command;
    }
}
