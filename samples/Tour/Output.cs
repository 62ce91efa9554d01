namespace Tour;

/// <summary>How the tour talks: numbered chapters, facts, and the words of a refusal.</summary>
internal static class Output
{
    private static readonly bool s_colors = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;

    private static int s_chapter;

    public static void Title(string text) => Write(text, "1");

    public static void Chapter(string text) => Write($"\n{++s_chapter}. {text}", "1;36");

    public static void Say(string text = "") => Write("   " + text, "0");

    public static void Fact(string name, string value) => Write($"   {name,-16}{value}", "0");

    public static void Warning(string place, string message) => Write($"   {place}\n      {message}", "33");

    public static void Refused(string attempt, string answer) => Write($"   {attempt}\n      refused: {answer}", "32");

    public static void Failure(string text) => Write("   " + text, "31");

    private static void Write(string text, string color) => Console.WriteLine(s_colors ? $"\e[{color}m{text}\e[0m" : text);
}
