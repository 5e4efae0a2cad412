// Memory that is refused ends the process with a status of its own.
#ifdef __cplusplus
extern "C" {
#endif
void leave_without_memory(int status);
#ifdef __cplusplus
}
#endif
