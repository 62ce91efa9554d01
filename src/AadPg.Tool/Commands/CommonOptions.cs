using System.CommandLine;

namespace AadPg.Tool.Commands;

/// <summary>What both commands take.</summary>
internal static class CommonOptions
{
    public static Argument<string[]> Paths() => new("paths")
    {
        Description = "Folders, which are searched for config files, and files. Default: the current folder. Left out are bin, obj, node_modules, .git and symbolic links.",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => ["."],
    };

    public static Option<string[]> Rules(IEnumerable<string> ids)
    {
        var option = new Option<string[]>("--rules")
        {
            Description = "The rules to go by. Default: those that are warnings, or that .editorconfig makes warnings or errors.",
            HelpName = "id",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        option.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. ids]);
        return option;
    }
}
