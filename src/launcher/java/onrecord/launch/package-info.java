/** Starts the command line, on a Java of another version or locale if need be. */
package onrecord.launch;
