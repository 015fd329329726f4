/** Photos as people send them, without what the camera wrote into them. */
@org.springframework.modulith.NamedInterface("pictures")
@NullMarked
package org.daywatch.platform.pictures;

import org.jspecify.annotations.NullMarked;
