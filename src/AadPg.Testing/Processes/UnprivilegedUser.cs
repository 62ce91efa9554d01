namespace AadPg.Testing;

/// <summary>
/// The user that PostgreSQL runs as when this process is root, since <c>postgres</c> refuses to run as root: <c>postgres</c> where
/// that user exists, else <c>nobody</c>.
/// </summary>
internal sealed class UnprivilegedUser
{
    private static readonly string[] s_names = ["postgres", "nobody"];
    private static readonly Lazy<Task<UnprivilegedUser?>> s_current = new(FindAsync);

    private readonly string _name;
    private readonly string _uid;
    private readonly string _gid;
    private Func<Command, Command> _wrap = command => command;

    private UnprivilegedUser(string name, string uid, string gid) => (_name, _uid, _gid) = (name, uid, gid);

    /// <summary>The user to run as; null when this process is not root and can run PostgreSQL itself.</summary>
    public static Task<UnprivilegedUser?> CurrentAsync() => s_current.Value;

    /// <summary>The same command, run as this user.</summary>
    public Command Wrap(Command command) => _wrap(command);

    /// <summary>Gives a folder, with all that is in it, to this user.</summary>
    public async Task TakeOverAsync(string folder, CancellationToken cancellationToken)
    {
        var chown = new Command("chown", "-R", $"{_uid}:{_gid}", folder);
        var result = await chown.RunAsync("/", TimeSpan.FromSeconds(30), cancellationToken).ConfigureAwait(false);
        if (!result.Succeeded)
            throw new AadPostgresException($"The folder {folder} could not be given to the user '{_name}': {result.Output.Trim()}");
    }

    private static async Task<UnprivilegedUser?> FindAsync()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return null;

        var user = FromPasswd();
        foreach (var wrap in user.Ways())
        {
            if (await WorksAsync(wrap(new("true"))).ConfigureAwait(false))
            {
                user._wrap = wrap;
                return user;
            }
        }
        throw new AadPostgresException(
            $"PostgreSQL does not run as root, and none of setpriv, runuser, su and sudo can run it as the user '{user._name}'. "
            + "Run the tests as an ordinary user, or install util-linux.");
    }

    private static UnprivilegedUser FromPasswd()
    {
        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length >= 4).ToList();
        foreach (var name in s_names)
        {
            if (users.Find(fields => fields[0] == name) is { } fields)
                return new(name, fields[2], fields[3]);
        }
        throw new AadPostgresException(
            "PostgreSQL does not run as root, and there is neither a user 'postgres' nor 'nobody' to run it as. "
            + "Run the tests as an ordinary user, or add one of the two.");
    }

    /// <summary>The tools that change the user, the quickest first; which one is there differs from system to system.</summary>
    private IEnumerable<Func<Command, Command>> Ways()
    {
        yield return command => new("setpriv", [$"--reuid={_uid}", $"--regid={_gid}", "--clear-groups", command.Program, .. command.Arguments]);
        yield return command => new("runuser", ["-u", _name, "--", command.Program, .. command.Arguments]);
        yield return command => new("su", "-s", "/bin/sh", _name, "-c", "exec " + string.Join(' ', command.Arguments.Prepend(command.Program).Select(Quote)));
        yield return command => new("sudo", ["-n", "-u", _name, "--", command.Program, .. command.Arguments]);
    }

    private static string Quote(string text) => "'" + text.Replace("'", @"'\''", StringComparison.Ordinal) + "'";

    private static async Task<bool> WorksAsync(Command command)
    {
        try
        {
            return (await command.RunAsync("/", TimeSpan.FromSeconds(10)).ConfigureAwait(false)).Succeeded;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // the tool is not installed
        }
    }
}
