namespace AadPg.Generators.Emit;

/// <summary>Names in the generated half of a property or method.</summary>
internal static class ConnectionMemberText
{
    /// <summary>The field that keeps the data source: <c>_ordersDataSource</c>, or <c>s_ordersDataSource</c> for the whole process.</summary>
    public static string FieldName(string member, bool isStatic) => $"{(isStatic ? "s_" : "_")}{char.ToLowerInvariant(member[0])}{member.Substring(1)}DataSource";

    /// <summary>The partial method that sets the member's options.</summary>
    public static string HookName(string member) => $"Configure{member}";
}
