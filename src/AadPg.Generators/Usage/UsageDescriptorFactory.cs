using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Usage;

/// <summary>Builds every usage rule, so that each has its help page.</summary>
internal static class UsageDescriptorFactory
{
    public static DiagnosticDescriptor Create(string id, string title, string messageFormat, string category, DiagnosticSeverity severity, string description)
        => new(id, title, messageFormat, category, severity, isEnabledByDefault: true, description, HelpLink(id));

    private static string HelpLink(string id) => $"https://github.com/aadpg/aadpg/blob/main/src/AadPg.Generators/docs/{id}.md";
}
