# SPDX-License-Identifier: Apache-2.0
# Puts into place what the program prints about itself: the manual page and the completions.

function(install_generated TALLY)
  # Debian's zsh looks for the completions of packages in a directory of its own.
  set(ZSH site-functions)
  if(CMAKE_INSTALL_PREFIX STREQUAL "/usr")
    set(ZSH vendor-completions)
  endif()
  foreach(PAIR "man;man/man1/tally.1"
               "completion-bash;bash-completion/completions/tally"
               "completion-zsh;zsh/${ZSH}/_tally"
               "completion-fish;fish/vendor_completions.d/tally.fish")
    list(GET PAIR 0 WHAT)
    list(GET PAIR 1 FILE)
    set(FILE "${CMAKE_INSTALL_PREFIX}/share/${FILE}")
    message(STATUS "Installing: $ENV{DESTDIR}${FILE}")
    execute_process(COMMAND "${TALLY}" generate ${WHAT} OUTPUT_VARIABLE TEXT COMMAND_ERROR_IS_FATAL ANY)
    file(WRITE "$ENV{DESTDIR}${FILE}" "${TEXT}")
  endforeach()
endfunction()
