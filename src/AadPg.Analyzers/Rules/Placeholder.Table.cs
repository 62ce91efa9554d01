namespace AadPg.Analyzers.Rules;

internal static partial class Placeholder
{
    /// <summary>What template languages and habits put around a name: <c>&lt;password&gt;</c>, <c>[password]</c>, <c>${VAR}</c>, <c>%VAR%</c> and so on.</summary>
    private static readonly (string Start, string End)[] s_brackets =
    [
        ("<", ">"),
        ("[", "]"),
        ("{", "}"),
        ("${", "}"),
        ("$(", ")"),
        ("#{", "}#"),
        ("%", "%"),
        ("__", "__"),
        ("@Microsoft.KeyVault(", ")"),
    ];

    /// <summary>What fields for passwords show.</summary>
    private static readonly string s_dots = "•●∙·○◦■▪";

    /// <summary>What a template ends with that asks for <c>your_password</c> or <c>YOUR-PASSWORD-HERE</c>.</summary>
    private static readonly string[] s_asked = ["password", "passwd", "pwd", "pass", "secret", "here"];

    /// <summary>How templates tell what to do with them, and what follows there: <c>CHANGE_ME_IN_PRODUCTION</c>, <c>replace-this-password</c>.</summary>
    private static readonly string[] s_orders = ["change", "replace", "enter", "insert", "put", "set"];
    private static readonly string[] s_objects = ["me", "this", "it", "your", "with", "the", "in", "by"];

    private static readonly string[] s_hosts = ["HOST", "HOSTNAME", "SERVER", "CHANGE"];
    private static readonly string[] s_users = ["USER", "USERNAME", "UID"];
    private static readonly string[] s_passwords = ["PASSWORD", "PASS", "PWD", "CHANGE"];
}
