package onrecord.engine;

/**
 * What a backup copied. Immutable.
 *
 * @param files the number of files of the backup
 * @param copied how many of them were copied; the others are from an earlier backup
 * @param bytes the number of bytes that were copied
 */
public record BackupReport(int files, int copied, long bytes) {}
