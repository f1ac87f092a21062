package onrecord.format;

/**
 * A file of a package, with its checksum. Immutable.
 *
 * @param name the name, which consists of letters, digits, dots and hyphens
 * @param mediaType the media type
 * @param content what the file contains, in words
 * @param size the number of bytes
 * @param sha256 the SHA-256, in hexadecimal digits in lower case
 */
record PackageFile(String name, String mediaType, String content, long size, String sha256) {}
