using System.CommandLine;

namespace AadPg.Tool.Commands;

/// <summary>The command <c>aadpg</c>.</summary>
internal static class AadpgCommand
{
    public static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Finds and fixes static passwords and missing TLS in the config files of apps that use PostgreSQL, and in their code. " + ExitCode.Help)
        {
            FixCommand.Create(),
            CheckCommand.Create(),
        };
        var parsed = root.Parse(arguments);
        var exitCode = parsed.Invoke(new InvocationConfiguration { Output = output, Error = error });
        return parsed.Errors.Count > 0 ? ExitCode.Failure : exitCode;
    }
}
