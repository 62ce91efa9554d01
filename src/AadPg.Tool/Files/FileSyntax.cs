using System.Text.Json;
using System.Xml;
using AadPg.Analyzers.ConfigFiles;

namespace AadPg.Tool.Files;

/// <summary>Says whether a file is what its name says. What is broken is not edited: what its author will make of it is not known.</summary>
internal static class FileSyntax
{
    private static readonly JsonDocumentOptions s_json = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 1000 };

    private static readonly XmlReaderSettings s_xml = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    /// <summary>What is wrong; null when nothing is, or when the format has no grammar that everybody reads it by.</summary>
    public static string? ProblemOf(ConfigFileFormat format, string text)
    {
        try
        {
            switch (format)
            {
                case ConfigFileFormat.Json:
                    using (JsonDocument.Parse(text, s_json))
                        return null;
                case ConfigFileFormat.Xml:
                    using (var reader = System.Xml.XmlReader.Create(new StringReader(text), s_xml))
                    {
                        while (reader.Read())
                        {
                            // The reader throws at a mistake.
                        }
                    }

                    return null;
                default:
                    return null;
            }
        }
        catch (JsonException exception)
        {
            // Their messages quote the text.
            return $"not valid JSON at line {exception.LineNumber + 1}; correct that first";
        }
        catch (XmlException exception)
        {
            return $"not valid XML at line {exception.LineNumber}; correct that first";
        }
    }
}
