internal static class Nothing { private static void Main() { } }
