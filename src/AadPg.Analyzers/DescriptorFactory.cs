using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers;

/// <summary>Builds every descriptor, so that each has a help link, and one that leads to the rule's page.</summary>
internal static class DescriptorFactory
{
    public static DiagnosticDescriptor Create(
        string id, string title, string messageFormat, string category, DiagnosticSeverity severity, string description, string project = "AadPg.Analyzers") =>
        new(
            id,
            title,
            messageFormat,
            category,
            severity,
            isEnabledByDefault: true,
            description,
            helpLinkUri: $"https://github.com/aadpg/aadpg/blob/main/src/{project}/docs/{id}.md");
}
