/**
 * Completion for bash. The library's own evaluates the line that is being typed, and so runs what stands in its
 * `$(…)`; it takes file names away; and it can't be loaded twice.
 */
export const bashScript = `# Completes twilio-roles in bash. Needs bash-completion.
__twilio_roles_complete() {
    local cur words cword line
    _get_comp_words_by_ref -n "=:" cur words cword
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $line != :* ]]; then
            COMPREPLY+=("\${line%%$'\\t'*}")
        elif ((\${line#:} & 4)); then
            # No file belongs here.
            compopt +o default
        fi
    done < <(twilio-roles complete -- "\${words[@]:1:cword}" 2> /dev/null)
}
complete -o default -F __twilio_roles_complete twilio-roles
`;
