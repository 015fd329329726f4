package org.daywatch.platform.exports;

import java.time.LocalDate;
import org.springframework.modulith.NamedInterface;

/** How many files one person may take along on a day without asking anybody; a dated rule, which another room keeps. */
@NamedInterface("exports-a-day")
public interface ExportsADay {

    int on(LocalDate day);
}
