using AadPg;

/// <summary>The database of the shop; where it is, configuration says.</summary>
[AadConnectionFactory("Shop")]
internal sealed partial class ShopDb;
