package benchwright.report.document;

/**
 * A mark or a fence that is not as it should be.
 *
 * @param line from 1
 * @param text what is wrong
 * @param remedy what to write instead
 */
public record Slip(int line, String text, String remedy) {}
