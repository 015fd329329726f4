/** Pages, texts and forms. */
@org.springframework.modulith.NamedInterface("web")
@NullMarked
package org.daywatch.platform.web;

import org.jspecify.annotations.NullMarked;
