/** Writes and reads other tools' formats: COCO, IOHprofiler, comma-separated values. */
@NullMarked
package benchwright.export;

import org.jspecify.annotations.NullMarked;
