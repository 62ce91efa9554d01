using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes.Conversions;

/// <summary>
/// <c>new NpgsqlDataAdapter("SELECT …", "Host=…")</c> makes a connection of the string itself: it is given one of the shared data source in its place.
/// </summary>
internal static class NewDataAdapter
{
    public static bool TryConvert(ConvertibleSink sink, IObjectCreationOperation creation)
    {
        var connection = creation.Constructor!.ContainingType.InstanceConstructors
            .Where(constructor => constructor.Parameters is [{ Type.SpecialType: SpecialType.System_String }, { Type.Name: "NpgsqlConnection" }])
            .Select(constructor => constructor.Parameters[1])
            .FirstOrDefault();
        if (connection is null)
            return false;

        if (sink.Argument.NameColon is { } name)
            sink.Replace(name.Name.Span, connection.Name);

        sink.WrapArgument(suffix: ".CreateConnection()");
        return true;
    }
}
