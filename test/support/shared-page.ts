/** A page that files of tests share has every element from the start, and not those that files before happened to load. */

import 'virtual:every-element'
