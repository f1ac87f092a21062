package onrecord.engine;

/**
 * What a copy of an archive took. Immutable.
 *
 * @param files how many files the copy has
 * @param copied how many of them were not there from an earlier copy
 * @param bytes how many bytes were copied
 */
public record BackupReport(int files, int copied, long bytes) {}
