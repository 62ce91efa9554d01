namespace AadPg.Documentation.Tests;

/// <summary>A link within the repository leads somewhere.</summary>
public class LinkTests
{
    public static TheoryData<string> Pages => [.. Page.Paths()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Link_LeadsToAFileAndAHeadingThatAreThere(string path)
    {
        var page = Page.Read(path);
        Assert.All(page.LocalLinks, link =>
        {
            var parts = link.Split('#');
            var target = parts[0].Length == 0 ? path : Path.GetRelativePath(Page.Repository, Path.Combine(Page.Repository, Path.GetDirectoryName(path)!, parts[0])).Replace('\\', '/');
            var full = Path.Combine(Page.Repository, target);

            Assert.True(File.Exists(full) || Directory.Exists(full), $"{path} links to {link}");
            if (parts.Length > 1)
                Assert.Contains(parts[1], Page.Read(target).Anchors);
        });
    }
}
