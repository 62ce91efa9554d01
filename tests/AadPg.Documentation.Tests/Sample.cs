namespace AadPg.Documentation.Tests;

/// <summary>C# in a page.</summary>
/// <param name="Heading">The heading that it stands under.</param>
/// <param name="Line">The line in the page, from 1.</param>
/// <param name="Code">The code.</param>
internal sealed record Sample(string Heading, int Line, string Code)
{
    /// <summary>The app's <c>appsettings.json</c>, if the page shows it behind the code.</summary>
    public string? Settings { get; init; }

    /// <summary>Whether it shows what not to do.</summary>
    public bool IsBad => Heading == "Bad";
}
