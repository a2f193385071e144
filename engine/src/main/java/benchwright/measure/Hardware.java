package benchwright.measure;

/** What does not change while a machine is up. */
record Hardware(String host, String os, String cpu, long memoryBytes) {}
